package unit

import _ "diagram/internal/seed"
