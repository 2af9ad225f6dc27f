package raster

import (
	"encoding/binary"
	"hash/crc32"
	"math"
)

// withDensity puts a pHYs chunk into a PNG, so that programs show and print it in its true size.
func withDensity(png []byte, dpi float64) []byte {
	const header = 8 + 4 + 4 + 13 + 4 // signature and IHDR
	if len(png) < header {
		return png
	}
	perMetre := uint32(math.Round(dpi / 0.0254))
	chunk := binary.BigEndian.AppendUint32(nil, 9)
	chunk = append(chunk, "pHYs"...)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = append(chunk, 1) // the unit is the metre
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	out := make([]byte, 0, len(png)+len(chunk))
	out = append(out, png[:header]...)
	out = append(out, chunk...)
	return append(out, png[header:]...)
}
