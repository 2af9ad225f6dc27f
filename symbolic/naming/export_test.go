package naming

// Seen is a name as a reader sees it, for tests.
var Seen = seen
