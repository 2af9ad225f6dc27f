package markdown

import _ "diagram/internal/seed"
