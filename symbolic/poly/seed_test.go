package poly

import _ "diagram/internal/seed"
