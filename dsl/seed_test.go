package dsl_test

import _ "diagram/internal/seed"
