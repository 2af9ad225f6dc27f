package emit_test

import _ "diagram/dsl/seed"
