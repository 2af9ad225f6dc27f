package dsl_test

import _ "diagram/dsl/seed"
