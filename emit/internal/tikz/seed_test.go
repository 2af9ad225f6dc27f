package tikz

import _ "diagram/dsl/seed"
