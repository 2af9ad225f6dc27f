package mathbox

import _ "diagram/dsl/seed"
