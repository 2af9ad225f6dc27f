package linear_test

import _ "diagram/dsl/seed"
