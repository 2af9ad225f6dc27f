package explain_test

import _ "diagram/dsl/seed"
