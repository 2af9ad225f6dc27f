package poly

import _ "diagram/dsl/seed"
