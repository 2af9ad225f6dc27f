package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// release is the version that the changelog describes.
const release = "0.1.0"

type versionVerb struct{}

func (versionVerb) Run(s *streams) error {
	_, err := fmt.Fprintf(s.out, "diagram %s%s %s\n", release, revision(), runtime.Version())
	return err
}

// revision is the commit that the command was built from, where the build knows it.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	rev, dirty := "", ""
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			rev = " (" + s.Value[:min(12, len(s.Value))]
		case "vcs.modified":
			if s.Value == "true" {
				dirty = ", modified"
			}
		}
	}
	if rev == "" {
		return ""
	}
	return rev + dirty + ")"
}
