package mathbox

import _ "diagram/internal/seed"
