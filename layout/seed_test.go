package layout_test

import _ "diagram/dsl/seed"
