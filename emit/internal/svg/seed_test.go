package svg

import _ "diagram/dsl/seed"
