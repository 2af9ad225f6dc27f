package layout

import "diagram/dsl/graph"

// The layout works in the axis frame: u runs along the axis, v across it, to the left of u. A plan is one connected part
// of a diagram on its way to being placed; parts don't know of each other.
type plan struct {
	graph    *graph.Graph
	panel    int // index of the part of the figure
	metrics  metrics
	nodes    []*node // in the order of the file
	pieces   []*node // the further faces of supports
	lanes    []*lane // in the order of the file
	contacts []*contact
	flipped  bool // the part is laid out from right to left, and turned round in the end

	// before are pairs of nodes whose order along the axis is fixed though no connector says so.
	before []apart
	// rigid reports whether the rows are straight; it is given up where the lanes contradict each other.
	rigid bool
	// touching are the pairs of items that lie above each other somewhere, as the sweep found them.
	touching []pair
	floors   []floor
	width    float64 // along the axis, from 0
	marks    []*mark
	motions  []*mark // of supports that lie under what slides on them
}

// apart keeps two nodes' faces at least gap apart.
type apart struct {
	left, right *node
	gap         float64
}

// slot is a place in the sweep's list of what lies above each other; it holds a node or a lane.
type slot struct {
	prev, next *slot
	node       *node
	lane       *lane
}

func (s *slot) active() bool { return s.prev != nil }

// node is a support or a body.
type node struct {
	slot
	el      *graph.Element
	index   int // in the order of the file
	support bool
	label   text
	sense   int // +1 where its motion counts as positive along the axis, or counter-clockwise; else -1

	// What is asked for.
	width, height float64    // of the box, least
	fixed         bool       // the author says how high the box is, that is across the axis
	long          bool       // the author says how long it is along the axis
	margin        float64    // from the outermost lane to the end of the face
	depth         float64    // of a support's hatching
	labelAt       place      // of the label
	sunk          float64    // how far below its foot the label begins
	lone          bool       // a support to which nothing is joined
	face          float64    // the length of its face
	below         float64    // how far the glyph reaches below the box
	floor         bool       // stands on a hatched floor
	over, under   float64    // room for what stands above the box, and for what hangs below it
	clear         float64    // half the room that those take along the axis
	eaves         [2]float64 // how far the labels of its lanes reach below its box and above it, right beside it
	topping       float64    // room for the label of a body in which it doesn't fit, above all else that stands there

	// What is joined to it.
	out, in     []*lane // connectors that leave towards larger u, and that come from smaller
	acted       bool
	actions     []*lane // along the axis, and where they are drawn: at the right face or the left
	right, left []*lane
	across      []*crossing
	contacts    []*contact       // what it slides on
	grounds     []*graph.Element // the supports that it stands on
	passage     bool             // what points down from it passes through its floor
	film        float64          // how thick its contacts are
	labelled    float64          // how high above its floor the labels beside its contacts reach
	drop        float64          // how far below the hatching of its floor the motion of that floor is drawn
	coords      []*mark
	turning     []*ring    // what turns about its shaft, and at which face that is drawn, from the face outwards
	rings       [2][]*ring // (0 towards smaller u)
	collars     [2]float64 // how much of the shaft they take
	thin        bool       // a mere point or plate, beside which its coordinate stands
	markRoom    float64    // above the box, for the arrows of its coordinates
	markReach   [2]float64 // how much of the upper edge those take that point towards smaller u, and towards larger
	lift        float64    // how far they are raised above the labels of its lanes

	// Along the axis (rank.go).
	leftmost, rightmost bool    // a support at an end
	anchorL, anchorR    bool    // joined to a support at that end
	lo, hi              float64 // bounds of the centre
	c, u0, u1           float64 // centre and faces
	placed              bool
	order               int // index in the plan

	// Above each other (sweep.go).
	entered []*lane // what comes in at the left face, from top to bottom
	fanned  []*lane // what goes out at the right face, likewise
	posts   []*lane // connectors that come down on the upper or lower edge
	pieces  []*node // of a support whose lanes don't lie side by side: the further faces on the same side
	whole   *node   // of a further face: the support

	// Heights (rows.go, heights.go).
	row       *row
	half      float64 // half of the box, as far as its row decides
	top, foot int     // the box's ends as variables of the inequalities
	t, b      float64 // the box's ends, with what is attached to it
}

// lane is what runs along the axis at one height: a connector, several in series with the tiny joints between them, or an
// action's arrow, which has a node at one end only.
type lane struct {
	slot
	index    int // in the order of the file
	from, to *node
	parts    []part
	length   float64 // least
	up, down float64 // room above and below the line, labels included
	above    float64 // of that, the labels of the joints in the lane
	below    float64
	labelled float64 // the widest label of a connector, along the axis
	lower    bool    // the connectors' labels go below the line, unless the author wants them above

	action  *graph.Element // or the node, where the lane holds its label
	label   text           // of the action
	heading int            // where the action points along the axis: +1 or -1
	stub    bool           // it is no action, but the free end of a shaft
	inward  bool           // its arrow points at its node, not away from it
	at      place          // of the label

	shaft            bool    // it lies on the axis of its discs
	end              float64 // of a free end of a shaft: its length without the label beyond it
	ringUp, ringDown float64 // room for those arrows above and below the line

	wish int // the side that the author chose
	side int // +1 above the direct connectors, -1 below them
	tag  int // mark of searches

	u0, u1, v float64
	row       *row
	post      *node   // where the lane's end comes down on a node's upper or lower edge
	postU     float64 // at this place
	crossed   []*node // nodes whose posts cross the lane
	barred    []bar   // where they do
}

// part is one connector of a lane, and the joint that follows it.
type part struct {
	el         *graph.Element
	reversed   bool // its To lies at the smaller u
	length     float64
	fixed      bool    // the author's length
	height     float64 // the whole width of its glyph's lane
	label      text
	dim        text // the natural length, where it is to be shown
	joint      *graph.Element
	gap        float64 // width of that joint
	jointLabel text
	at         place      // of the connector's label, as the author wishes
	beneath    bool       // it goes below the line
	dimDrop    float64    // how far its natural length is lowered for that
	point      *node      // the joint as a node, for its coordinate
	aside      bool       // it stands beside the axis of the discs that it joins
	ends       [2]float64 // how much of its ends the arrows take that run round the shaft
}

// pair says that upper lies right above lower somewhere along the axis.
type pair struct{ upper, lower *slot }

// contact is a sliding connector, between a body and the ground below it.
type contact struct {
	el    *graph.Element
	base  *graph.Element // the support it slides on
	label text
}

// floor is a strip of hatching under the bodies of a row.
type floor struct {
	el     *graph.Element // the support that owns it; nil for the floor under wheels
	u0, u1 float64
	v      float64
	first  *node // of those that stand on it for the sake of its support
	bare   *node // it is a mere line, for what points through it from this body
}

func (l *lane) other(n *node) *node {
	if l.from == n {
		return l.to
	}
	return l.from
}

// body is the node at which an action is drawn.
func (l *lane) body() *node {
	if l.from != nil {
		return l.from
	}
	return l.to
}

// face is where a lane at one of its node's faces begins.
func (l *lane) face(n *node) float64 {
	if l.from == n {
		return n.u1
	}
	return n.u0
}

func (l *lane) isAction() bool { return l.action != nil }

// isLabel reports whether a lane at a node's face holds no arrow, but the node's own label.
func (l *lane) isLabel() bool { return l.action != nil && l.action.IsNode() }
