package naming_test

import _ "diagram/dsl/seed"
