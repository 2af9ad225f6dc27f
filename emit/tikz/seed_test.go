package tikz

import _ "diagram/internal/seed"
