package equation

import _ "diagram/dsl/seed"
