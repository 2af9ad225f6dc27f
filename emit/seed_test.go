package emit_test

import _ "diagram/internal/seed"
