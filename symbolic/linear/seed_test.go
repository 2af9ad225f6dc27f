package linear_test

import _ "diagram/internal/seed"
