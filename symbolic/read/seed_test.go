package read_test

import _ "diagram/dsl/seed"
