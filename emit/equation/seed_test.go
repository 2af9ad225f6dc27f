package equation

import _ "diagram/internal/seed"
