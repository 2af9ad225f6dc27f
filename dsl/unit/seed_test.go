package unit

import _ "diagram/dsl/seed"
