package symbolic

import _ "diagram/dsl/seed"
