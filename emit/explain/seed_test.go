package explain_test

import _ "diagram/internal/seed"
