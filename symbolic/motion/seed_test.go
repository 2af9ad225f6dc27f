package motion_test

import _ "diagram/dsl/seed"
