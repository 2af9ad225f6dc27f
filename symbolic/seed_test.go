package symbolic

import _ "diagram/internal/seed"
