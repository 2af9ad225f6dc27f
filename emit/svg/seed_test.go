package svg

import _ "diagram/internal/seed"
