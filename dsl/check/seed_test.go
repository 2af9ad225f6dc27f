package check

import _ "diagram/dsl/seed"
