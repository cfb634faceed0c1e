export const id = 6828;
export const ids = [6828];
export const modules = {
86828: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
K3D: () => (parser)
});
;
const DefaultBufferLength = 1024;
let nextPropID = 0;
class Range {
constructor(from, to) {
this.from = from;
this.to = to;
}
}
class dist_NodeProp {
constructor(config = {}) {
this.id = nextPropID++;
this.perNode = !!config.perNode;
this.deserialize = config.deserialize || (() => {
throw new Error("This node type doesn't define a deserialize function");
});
this.combine = config.combine || null;
}
add(match) {
if (this.perNode)
throw new RangeError("Can't add per-node props to node types");
if (typeof match != "function")
match = NodeType.match(match);
return (type) => {
let result = match(type);
return result === undefined ? null : [this, result];
};
}
}
dist_NodeProp.closedBy = new dist_NodeProp({ deserialize: str => str.split(" ") });
dist_NodeProp.openedBy = new dist_NodeProp({ deserialize: str => str.split(" ") });
dist_NodeProp.group = new dist_NodeProp({ deserialize: str => str.split(" ") });
dist_NodeProp.isolate = new dist_NodeProp({ deserialize: value => {
if (value && value != "rtl" && value != "ltr" && value != "auto")
throw new RangeError("Invalid value for isolate: " + value);
return value || "auto";
} });
dist_NodeProp.contextHash = new dist_NodeProp({ perNode: true });
dist_NodeProp.lookAhead = new dist_NodeProp({ perNode: true });
dist_NodeProp.mounted = new dist_NodeProp({ perNode: true });
class MountedTree {
constructor(tree, overlay, parser, bracketed = false) {
this.tree = tree;
this.overlay = overlay;
this.parser = parser;
this.bracketed = bracketed;
}
static get(tree) {
return tree && tree.props && tree.props[dist_NodeProp.mounted.id];
}
}
const noProps = Object.create(null);
class NodeType {
constructor(name, props, id, flags = 0) {
this.name = name;
this.props = props;
this.id = id;
this.flags = flags;
}
static define(spec) {
let props = spec.props && spec.props.length ? Object.create(null) : noProps;
let flags = (spec.top ? 1 : 0) | (spec.skipped ? 2 : 0) |
(spec.error ? 4 : 0) | (spec.name == null ? 8 : 0);
let type = new NodeType(spec.name || "", props, spec.id, flags);
if (spec.props)
for (let src of spec.props) {
if (!Array.isArray(src))
src = src(type);
if (src) {
if (src[0].perNode)
throw new RangeError("Can't store a per-node prop on a node type");
props[src[0].id] = src[1];
}
}
return type;
}
prop(prop) { return this.props[prop.id]; }
get isTop() { return (this.flags & 1) > 0; }
get isSkipped() { return (this.flags & 2) > 0; }
get isError() { return (this.flags & 4) > 0; }
get isAnonymous() { return (this.flags & 8) > 0; }
is(name) {
if (typeof name == 'string') {
if (this.name == name)
return true;
let group = this.prop(dist_NodeProp.group);
return group ? group.indexOf(name) > -1 : false;
}
return this.id == name;
}
static match(map) {
let direct = Object.create(null);
for (let prop in map)
for (let name of prop.split(" "))
direct[name] = map[prop];
return (node) => {
for (let groups = node.prop(dist_NodeProp.group), i = -1; i < (groups ? groups.length : 0); i++) {
let found = direct[i < 0 ? node.name : groups[i]];
if (found)
return found;
}
};
}
}
NodeType.none = new NodeType("", Object.create(null), 0, 8);
class NodeSet {
constructor(types) {
this.types = types;
for (let i = 0; i < types.length; i++)
if (types[i].id != i)
throw new RangeError("Node type ids should correspond to array positions when creating a node set");
}
extend(...props) {
let newTypes = [];
for (let type of this.types) {
let newProps = null;
for (let source of props) {
let add = source(type);
if (add) {
if (!newProps)
newProps = Object.assign({}, type.props);
let value = add[1], prop = add[0];
if (prop.combine && prop.id in newProps)
value = prop.combine(newProps[prop.id], value);
newProps[prop.id] = value;
}
}
newTypes.push(newProps ? new NodeType(type.name, newProps, type.id, type.flags) : type);
}
return new NodeSet(newTypes);
}
}
const CachedNode = new WeakMap(), CachedInnerNode = new WeakMap();
var IterMode;
(function (IterMode) {
IterMode[IterMode["ExcludeBuffers"] = 1] = "ExcludeBuffers";
IterMode[IterMode["IncludeAnonymous"] = 2] = "IncludeAnonymous";
IterMode[IterMode["IgnoreMounts"] = 4] = "IgnoreMounts";
IterMode[IterMode["IgnoreOverlays"] = 8] = "IgnoreOverlays";
IterMode[IterMode["EnterBracketed"] = 16] = "EnterBracketed";
})(IterMode || (IterMode = {}));
class Tree {
constructor(type, children, positions, length, props) {
this.type = type;
this.children = children;
this.positions = positions;
this.length = length;
this.props = null;
if (props && props.length) {
this.props = Object.create(null);
for (let [prop, value] of props)
this.props[typeof prop == "number" ? prop : prop.id] = value;
}
}
toString() {
let mounted = MountedTree.get(this);
if (mounted && !mounted.overlay)
return mounted.tree.toString();
let children = "";
for (let ch of this.children) {
let str = ch.toString();
if (str) {
if (children)
children += ",";
children += str;
}
}
return !this.type.name ? children :
(/\W/.test(this.type.name) && !this.type.isError ? JSON.stringify(this.type.name) : this.type.name) +
(children.length ? "(" + children + ")" : "");
}
cursor(mode = 0) {
return new TreeCursor(this.topNode, mode);
}
cursorAt(pos, side = 0, mode = 0) {
let scope = CachedNode.get(this) || this.topNode;
let cursor = new TreeCursor(scope);
cursor.moveTo(pos, side);
CachedNode.set(this, cursor._tree);
return cursor;
}
get topNode() {
return new TreeNode(this, 0, 0, null);
}
resolve(pos, side = 0) {
let node = resolveNode(CachedNode.get(this) || this.topNode, pos, side, false);
CachedNode.set(this, node);
return node;
}
resolveInner(pos, side = 0) {
let node = resolveNode(CachedInnerNode.get(this) || this.topNode, pos, side, true);
CachedInnerNode.set(this, node);
return node;
}
resolveStack(pos, side = 0) {
return stackIterator(this, pos, side);
}
iterate(spec) {
let { enter, leave, from = 0, to = this.length } = spec;
let mode = spec.mode || 0, anon = (mode & IterMode.IncludeAnonymous) > 0;
for (let c = this.cursor(mode | IterMode.IncludeAnonymous);;) {
let entered = false;
if (c.from <= to && c.to >= from && (!anon && c.type.isAnonymous || enter(c) !== false)) {
if (c.firstChild())
continue;
entered = true;
}
for (;;) {
if (entered && leave && (anon || !c.type.isAnonymous))
leave(c);
if (c.nextSibling())
break;
if (!c.parent())
return;
entered = true;
}
}
}
prop(prop) {
return !prop.perNode ? this.type.prop(prop) : this.props ? this.props[prop.id] : undefined;
}
get propValues() {
let result = [];
if (this.props)
for (let id in this.props)
result.push([+id, this.props[id]]);
return result;
}
balance(config = {}) {
return this.children.length <= 8 ? this :
balanceRange(NodeType.none, this.children, this.positions, 0, this.children.length, 0, this.length, (children, positions, length) => new Tree(this.type, children, positions, length, this.propValues), config.makeTree || ((children, positions, length) => new Tree(NodeType.none, children, positions, length)));
}
static build(data) { return buildTree(data); }
}
Tree.empty = new Tree(NodeType.none, [], [], 0);
class FlatBufferCursor {
constructor(buffer, index) {
this.buffer = buffer;
this.index = index;
}
get id() { return this.buffer[this.index - 4]; }
get start() { return this.buffer[this.index - 3]; }
get end() { return this.buffer[this.index - 2]; }
get size() { return this.buffer[this.index - 1]; }
get pos() { return this.index; }
next() { this.index -= 4; }
fork() { return new FlatBufferCursor(this.buffer, this.index); }
}
class TreeBuffer {
constructor(buffer, length, set) {
this.buffer = buffer;
this.length = length;
this.set = set;
}
get type() { return NodeType.none; }
toString() {
let result = [];
for (let index = 0; index < this.buffer.length;) {
result.push(this.childString(index));
index = this.buffer[index + 3];
}
return result.join(",");
}
childString(index) {
let id = this.buffer[index], endIndex = this.buffer[index + 3];
let type = this.set.types[id], result = type.name;
if (/\W/.test(result) && !type.isError)
result = JSON.stringify(result);
index += 4;
if (endIndex == index)
return result;
let children = [];
while (index < endIndex) {
children.push(this.childString(index));
index = this.buffer[index + 3];
}
return result + "(" + children.join(",") + ")";
}
findChild(startIndex, endIndex, dir, pos, side) {
let { buffer } = this, pick = -1;
for (let i = startIndex; i != endIndex; i = buffer[i + 3]) {
if (checkSide(side, pos, buffer[i + 1], buffer[i + 2])) {
pick = i;
if (dir > 0)
break;
}
}
return pick;
}
slice(startI, endI, from) {
let b = this.buffer;
let copy = new Uint16Array(endI - startI), len = 0;
for (let i = startI, j = 0; i < endI;) {
copy[j++] = b[i++];
copy[j++] = b[i++] - from;
let to = copy[j++] = b[i++] - from;
copy[j++] = b[i++] - startI;
len = Math.max(len, to);
}
return new TreeBuffer(copy, len, this.set);
}
}
function checkSide(side, pos, from, to) {
switch (side) {
case -2: return from < pos;
case -1: return to >= pos && from < pos;
case 0: return from < pos && to > pos;
case 1: return from <= pos && to > pos;
case 2: return to > pos;
case 4: return true;
}
}
function resolveNode(node, pos, side, overlays) {
var _a;
while (node.from == node.to ||
(side < 1 ? node.from >= pos : node.from > pos) ||
(side > -1 ? node.to <= pos : node.to < pos)) {
let parent = !overlays && node instanceof TreeNode && node.index < 0 ? null : node.parent;
if (!parent)
return node;
node = parent;
}
let mode = overlays ? 0 : IterMode.IgnoreOverlays;
if (overlays)
for (let scan = node, parent = scan.parent; parent; scan = parent, parent = scan.parent) {
if (scan instanceof TreeNode && scan.index < 0 && ((_a = parent.enter(pos, side, mode)) === null || _a === void 0 ? void 0 : _a.from) != scan.from)
node = parent;
}
for (;;) {
let inner = node.enter(pos, side, mode);
if (!inner)
return node;
node = inner;
}
}
class BaseNode {
cursor(mode = 0) { return new TreeCursor(this, mode); }
getChild(type, before = null, after = null) {
let r = getChildren(this, type, before, after);
return r.length ? r[0] : null;
}
getChildren(type, before = null, after = null) {
return getChildren(this, type, before, after);
}
resolve(pos, side = 0) {
return resolveNode(this, pos, side, false);
}
resolveInner(pos, side = 0) {
return resolveNode(this, pos, side, true);
}
matchContext(context) {
return matchNodeContext(this.parent, context);
}
enterUnfinishedNodesBefore(pos) {
let scan = this.childBefore(pos), node = this;
while (scan) {
let last = scan.lastChild;
if (!last || last.to != scan.to)
break;
if (last.type.isError && last.from == last.to) {
node = scan;
scan = last.prevSibling;
}
else {
scan = last;
}
}
return node;
}
get node() { return this; }
get next() { return this.parent; }
}
class TreeNode extends BaseNode {
constructor(_tree, from, index, _parent) {
super();
this._tree = _tree;
this.from = from;
this.index = index;
this._parent = _parent;
}
get type() { return this._tree.type; }
get name() { return this._tree.type.name; }
get to() { return this.from + this._tree.length; }
nextChild(i, dir, pos, side, mode = 0) {
for (let parent = this;;) {
for (let { children, positions } = parent._tree, e = dir > 0 ? children.length : -1; i != e; i += dir) {
let next = children[i], start = positions[i] + parent.from, mounted;
if (!((mode & IterMode.EnterBracketed) && next instanceof Tree &&
(mounted = MountedTree.get(next)) && !mounted.overlay && mounted.bracketed &&
pos >= start && pos <= start + next.length) &&
!checkSide(side, pos, start, start + next.length))
continue;
if (next instanceof TreeBuffer) {
if (mode & IterMode.ExcludeBuffers)
continue;
let index = next.findChild(0, next.buffer.length, dir, pos - start, side);
if (index > -1)
return new BufferNode(new BufferContext(parent, next, i, start), null, index);
}
else if ((mode & IterMode.IncludeAnonymous) || (!next.type.isAnonymous || hasChild(next))) {
let mounted;
if (!(mode & IterMode.IgnoreMounts) && (mounted = MountedTree.get(next)) && !mounted.overlay)
return new TreeNode(mounted.tree, start, i, parent);
let inner = new TreeNode(next, start, i, parent);
return (mode & IterMode.IncludeAnonymous) || !inner.type.isAnonymous ? inner
: inner.nextChild(dir < 0 ? next.children.length - 1 : 0, dir, pos, side, mode);
}
}
if ((mode & IterMode.IncludeAnonymous) || !parent.type.isAnonymous)
return null;
if (parent.index >= 0)
i = parent.index + dir;
else
i = dir < 0 ? -1 : parent._parent._tree.children.length;
parent = parent._parent;
if (!parent)
return null;
}
}
get firstChild() { return this.nextChild(0, 1, 0, 4); }
get lastChild() { return this.nextChild(this._tree.children.length - 1, -1, 0, 4); }
childAfter(pos) { return this.nextChild(0, 1, pos, 2); }
childBefore(pos) { return this.nextChild(this._tree.children.length - 1, -1, pos, -2); }
prop(prop) { return this._tree.prop(prop); }
enter(pos, side, mode = 0) {
let mounted;
if (!(mode & IterMode.IgnoreOverlays) && (mounted = MountedTree.get(this._tree)) && mounted.overlay) {
let rPos = pos - this.from, enterBracketed = (mode & IterMode.EnterBracketed) && mounted.bracketed;
for (let { from, to } of mounted.overlay) {
if ((side > 0 || enterBracketed ? from <= rPos : from < rPos) &&
(side < 0 || enterBracketed ? to >= rPos : to > rPos))
return new TreeNode(mounted.tree, mounted.overlay[0].from + this.from, -1, this);
}
}
return this.nextChild(0, 1, pos, side, mode);
}
nextSignificantParent() {
let val = this;
while (val.type.isAnonymous && val._parent)
val = val._parent;
return val;
}
get parent() {
return this._parent ? this._parent.nextSignificantParent() : null;
}
get nextSibling() {
return this._parent && this.index >= 0 ? this._parent.nextChild(this.index + 1, 1, 0, 4) : null;
}
get prevSibling() {
return this._parent && this.index >= 0 ? this._parent.nextChild(this.index - 1, -1, 0, 4) : null;
}
get tree() { return this._tree; }
toTree() { return this._tree; }
toString() { return this._tree.toString(); }
}
function getChildren(node, type, before, after) {
let cur = node.cursor(), result = [];
if (!cur.firstChild())
return result;
if (before != null)
for (let found = false; !found;) {
found = cur.type.is(before);
if (!cur.nextSibling())
return result;
}
for (;;) {
if (after != null && cur.type.is(after))
return result;
if (cur.type.is(type))
result.push(cur.node);
if (!cur.nextSibling())
return after == null ? result : [];
}
}
function matchNodeContext(node, context, i = context.length - 1) {
for (let p = node; i >= 0; p = p.parent) {
if (!p)
return false;
if (!p.type.isAnonymous) {
if (context[i] && context[i] != p.name)
return false;
i--;
}
}
return true;
}
class BufferContext {
constructor(parent, buffer, index, start) {
this.parent = parent;
this.buffer = buffer;
this.index = index;
this.start = start;
}
}
class BufferNode extends BaseNode {
get name() { return this.type.name; }
get from() { return this.context.start + this.context.buffer.buffer[this.index + 1]; }
get to() { return this.context.start + this.context.buffer.buffer[this.index + 2]; }
constructor(context, _parent, index) {
super();
this.context = context;
this._parent = _parent;
this.index = index;
this.type = context.buffer.set.types[context.buffer.buffer[index]];
}
child(dir, pos, side) {
let { buffer } = this.context;
let index = buffer.findChild(this.index + 4, buffer.buffer[this.index + 3], dir, pos - this.context.start, side);
return index < 0 ? null : new BufferNode(this.context, this, index);
}
get firstChild() { return this.child(1, 0, 4); }
get lastChild() { return this.child(-1, 0, 4); }
childAfter(pos) { return this.child(1, pos, 2); }
childBefore(pos) { return this.child(-1, pos, -2); }
prop(prop) { return this.type.prop(prop); }
enter(pos, side, mode = 0) {
if (mode & IterMode.ExcludeBuffers)
return null;
let { buffer } = this.context;
let index = buffer.findChild(this.index + 4, buffer.buffer[this.index + 3], side > 0 ? 1 : -1, pos - this.context.start, side);
return index < 0 ? null : new BufferNode(this.context, this, index);
}
get parent() {
return this._parent || this.context.parent.nextSignificantParent();
}
externalSibling(dir) {
return this._parent ? null : this.context.parent.nextChild(this.context.index + dir, dir, 0, 4);
}
get nextSibling() {
let { buffer } = this.context;
let after = buffer.buffer[this.index + 3];
if (after < (this._parent ? buffer.buffer[this._parent.index + 3] : buffer.buffer.length))
return new BufferNode(this.context, this._parent, after);
return this.externalSibling(1);
}
get prevSibling() {
let { buffer } = this.context;
let parentStart = this._parent ? this._parent.index + 4 : 0;
if (this.index == parentStart)
return this.externalSibling(-1);
return new BufferNode(this.context, this._parent, buffer.findChild(parentStart, this.index, -1, 0, 4));
}
get tree() { return null; }
toTree() {
let children = [], positions = [];
let { buffer } = this.context;
let startI = this.index + 4, endI = buffer.buffer[this.index + 3];
if (endI > startI) {
let from = buffer.buffer[this.index + 1];
children.push(buffer.slice(startI, endI, from));
positions.push(0);
}
return new Tree(this.type, children, positions, this.to - this.from);
}
toString() { return this.context.buffer.childString(this.index); }
}
function iterStack(heads) {
if (!heads.length)
return null;
let pick = 0, picked = heads[0];
for (let i = 1; i < heads.length; i++) {
let node = heads[i];
if (node.from > picked.from || node.to < picked.to) {
picked = node;
pick = i;
}
}
let next = picked instanceof TreeNode && picked.index < 0 ? null : picked.parent;
let newHeads = heads.slice();
if (next)
newHeads[pick] = next;
else
newHeads.splice(pick, 1);
return new StackIterator(newHeads, picked);
}
class StackIterator {
constructor(heads, node) {
this.heads = heads;
this.node = node;
}
get next() { return iterStack(this.heads); }
}
function stackIterator(tree, pos, side) {
let inner = tree.resolveInner(pos, side), layers = null;
for (let scan = inner instanceof TreeNode ? inner : inner.context.parent; scan; scan = scan.parent) {
if (scan.index < 0) {
let parent = scan.parent;
(layers || (layers = [inner])).push(parent.resolve(pos, side));
scan = parent;
}
else {
let mount = MountedTree.get(scan.tree);
if (mount && mount.overlay && mount.overlay[0].from <= pos && mount.overlay[mount.overlay.length - 1].to >= pos) {
let root = new TreeNode(mount.tree, mount.overlay[0].from + scan.from, -1, scan);
(layers || (layers = [inner])).push(resolveNode(root, pos, side, false));
}
}
}
return layers ? iterStack(layers) : inner;
}
class TreeCursor {
get name() { return this.type.name; }
constructor(node, mode = 0) {
this.buffer = null;
this.stack = [];
this.index = 0;
this.bufferNode = null;
this.mode = mode & ~IterMode.EnterBracketed;
if (node instanceof TreeNode) {
this.yieldNode(node);
}
else {
this._tree = node.context.parent;
this.buffer = node.context;
for (let n = node._parent; n; n = n._parent)
this.stack.unshift(n.index);
this.bufferNode = node;
this.yieldBuf(node.index);
}
}
yieldNode(node) {
if (!node)
return false;
this._tree = node;
this.type = node.type;
this.from = node.from;
this.to = node.to;
return true;
}
yieldBuf(index, type) {
this.index = index;
let { start, buffer } = this.buffer;
this.type = type || buffer.set.types[buffer.buffer[index]];
this.from = start + buffer.buffer[index + 1];
this.to = start + buffer.buffer[index + 2];
return true;
}
yield(node) {
if (!node)
return false;
if (node instanceof TreeNode) {
this.buffer = null;
return this.yieldNode(node);
}
this.buffer = node.context;
return this.yieldBuf(node.index, node.type);
}
toString() {
return this.buffer ? this.buffer.buffer.childString(this.index) : this._tree.toString();
}
enterChild(dir, pos, side) {
if (!this.buffer)
return this.yield(this._tree.nextChild(dir < 0 ? this._tree._tree.children.length - 1 : 0, dir, pos, side, this.mode));
let { buffer } = this.buffer;
let index = buffer.findChild(this.index + 4, buffer.buffer[this.index + 3], dir, pos - this.buffer.start, side);
if (index < 0)
return false;
this.stack.push(this.index);
return this.yieldBuf(index);
}
firstChild() { return this.enterChild(1, 0, 4); }
lastChild() { return this.enterChild(-1, 0, 4); }
childAfter(pos) { return this.enterChild(1, pos, 2); }
childBefore(pos) { return this.enterChild(-1, pos, -2); }
enter(pos, side, mode = this.mode) {
if (!this.buffer)
return this.yield(this._tree.enter(pos, side, mode));
return mode & IterMode.ExcludeBuffers ? false : this.enterChild(1, pos, side);
}
parent() {
if (!this.buffer)
return this.yieldNode((this.mode & IterMode.IncludeAnonymous) ? this._tree._parent : this._tree.parent);
if (this.stack.length)
return this.yieldBuf(this.stack.pop());
let parent = (this.mode & IterMode.IncludeAnonymous) ? this.buffer.parent : this.buffer.parent.nextSignificantParent();
this.buffer = null;
return this.yieldNode(parent);
}
sibling(dir) {
if (!this.buffer)
return !this._tree._parent ? false
: this.yield(this._tree.index < 0 ? null
: this._tree._parent.nextChild(this._tree.index + dir, dir, 0, 4, this.mode));
let { buffer } = this.buffer, d = this.stack.length - 1;
if (dir < 0) {
let parentStart = d < 0 ? 0 : this.stack[d] + 4;
if (this.index != parentStart)
return this.yieldBuf(buffer.findChild(parentStart, this.index, -1, 0, 4));
}
else {
let after = buffer.buffer[this.index + 3];
if (after < (d < 0 ? buffer.buffer.length : buffer.buffer[this.stack[d] + 3]))
return this.yieldBuf(after);
}
return d < 0 ? this.yield(this.buffer.parent.nextChild(this.buffer.index + dir, dir, 0, 4, this.mode)) : false;
}
nextSibling() { return this.sibling(1); }
prevSibling() { return this.sibling(-1); }
atLastNode(dir) {
let index, parent, { buffer } = this;
if (buffer) {
if (dir > 0) {
if (this.index < buffer.buffer.buffer.length)
return false;
}
else {
for (let i = 0; i < this.index; i++)
if (buffer.buffer.buffer[i + 3] < this.index)
return false;
}
({ index, parent } = buffer);
}
else {
({ index, _parent: parent } = this._tree);
}
for (; parent; { index, _parent: parent } = parent) {
if (index > -1)
for (let i = index + dir, e = dir < 0 ? -1 : parent._tree.children.length; i != e; i += dir) {
let child = parent._tree.children[i];
if ((this.mode & IterMode.IncludeAnonymous) ||
child instanceof TreeBuffer ||
!child.type.isAnonymous ||
hasChild(child))
return false;
}
}
return true;
}
move(dir, enter) {
if (enter && this.enterChild(dir, 0, 4))
return true;
for (;;) {
if (this.sibling(dir))
return true;
if (this.atLastNode(dir) || !this.parent())
return false;
}
}
next(enter = true) { return this.move(1, enter); }
prev(enter = true) { return this.move(-1, enter); }
moveTo(pos, side = 0) {
while (this.from == this.to ||
(side < 1 ? this.from >= pos : this.from > pos) ||
(side > -1 ? this.to <= pos : this.to < pos))
if (!this.parent())
break;
while (this.enterChild(1, pos, side)) { }
return this;
}
get node() {
if (!this.buffer)
return this._tree;
let cache = this.bufferNode, result = null, depth = 0;
if (cache && cache.context == this.buffer) {
scan: for (let index = this.index, d = this.stack.length; d >= 0;) {
for (let c = cache; c; c = c._parent)
if (c.index == index) {
if (index == this.index)
return c;
result = c;
depth = d + 1;
break scan;
}
index = this.stack[--d];
}
}
for (let i = depth; i < this.stack.length; i++)
result = new BufferNode(this.buffer, result, this.stack[i]);
return this.bufferNode = new BufferNode(this.buffer, result, this.index);
}
get tree() {
return this.buffer ? null : this._tree._tree;
}
iterate(enter, leave) {
for (let depth = 0;;) {
let mustLeave = false;
if (this.type.isAnonymous || enter(this) !== false) {
if (this.firstChild()) {
depth++;
continue;
}
if (!this.type.isAnonymous)
mustLeave = true;
}
for (;;) {
if (mustLeave && leave)
leave(this);
mustLeave = this.type.isAnonymous;
if (!depth)
return;
if (this.nextSibling())
break;
this.parent();
depth--;
mustLeave = true;
}
}
}
matchContext(context) {
if (!this.buffer)
return matchNodeContext(this.node.parent, context);
let { buffer } = this.buffer, { types } = buffer.set;
for (let i = context.length - 1, d = this.stack.length - 1; i >= 0; d--) {
if (d < 0)
return matchNodeContext(this._tree, context, i);
let type = types[buffer.buffer[this.stack[d]]];
if (!type.isAnonymous) {
if (context[i] && context[i] != type.name)
return false;
i--;
}
}
return true;
}
}
function hasChild(tree) {
return tree.children.some(ch => ch instanceof TreeBuffer || !ch.type.isAnonymous || hasChild(ch));
}
function buildTree(data) {
var _a;
let { buffer, nodeSet, maxBufferLength = DefaultBufferLength, reused = [], minRepeatType = nodeSet.types.length } = data;
let cursor = Array.isArray(buffer) ? new FlatBufferCursor(buffer, buffer.length) : buffer;
let types = nodeSet.types;
let contextHash = 0, lookAhead = 0;
function takeNode(parentStart, minPos, children, positions, inRepeat, depth) {
let { id, start, end, size } = cursor;
let lookAheadAtStart = lookAhead, contextAtStart = contextHash;
if (size < 0) {
cursor.next();
if (size == -1) {
let node = reused[id];
children.push(node);
positions.push(start - parentStart);
return;
}
else if (size == -3) {
contextHash = id;
return;
}
else if (size == -4) {
lookAhead = id;
return;
}
else {
throw new RangeError(`Unrecognized record size: ${size}`);
}
}
let type = types[id], node, buffer;
let startPos = start - parentStart;
if (end - start <= maxBufferLength && (buffer = findBufferSize(cursor.pos - minPos, inRepeat))) {
let data = new Uint16Array(buffer.size - buffer.skip);
let endPos = cursor.pos - buffer.size, index = data.length;
while (cursor.pos > endPos)
index = copyToBuffer(buffer.start, data, index);
node = new TreeBuffer(data, end - buffer.start, nodeSet);
startPos = buffer.start - parentStart;
}
else {
let endPos = cursor.pos - size;
cursor.next();
let localChildren = [], localPositions = [];
let localInRepeat = id >= minRepeatType ? id : -1;
let lastGroup = 0, lastEnd = end, groupLookAhead = lookAheadAtStart;
while (cursor.pos > endPos) {
if (localInRepeat >= 0 && cursor.id == localInRepeat && cursor.size >= 0) {
if (cursor.end <= lastEnd - maxBufferLength) {
makeRepeatLeaf(localChildren, localPositions, start, lastGroup, cursor.end, lastEnd, localInRepeat, groupLookAhead, contextAtStart);
lastGroup = localChildren.length;
lastEnd = cursor.end;
groupLookAhead = lookAhead;
}
cursor.next();
}
else if (depth > 2500) {
takeFlatNode(start, endPos, localChildren, localPositions);
}
else {
if (localInRepeat >= 0 && cursor.size == -1 &&
reused[cursor.id].type == nodeSet.types[localInRepeat]) {
if (lastGroup < localChildren.length)
makeRepeatLeaf(localChildren, localPositions, start, lastGroup, cursor.end, lastEnd, localInRepeat, groupLookAhead, contextAtStart);
lastGroup = localChildren.length + 1;
lastEnd = cursor.start;
groupLookAhead = lookAhead;
}
takeNode(start, endPos, localChildren, localPositions, localInRepeat, depth + 1);
}
}
if (localInRepeat >= 0 && lastGroup > 0 && lastGroup < localChildren.length)
makeRepeatLeaf(localChildren, localPositions, start, lastGroup, start, lastEnd, localInRepeat, groupLookAhead, contextAtStart);
localChildren.reverse();
localPositions.reverse();
if (localInRepeat > -1 && lastGroup > 0) {
let make = makeBalanced(type, contextAtStart);
node = balanceRange(type, localChildren, localPositions, 0, localChildren.length, 0, end - start, make, make);
}
else {
node = makeTree(type, localChildren, localPositions, end - start, lookAheadAtStart - end, contextAtStart);
}
}
children.push(node);
positions.push(startPos);
}
function takeFlatNode(parentStart, minPos, children, positions) {
let nodes = [];
let nodeCount = 0, stopAt = -1;
while (cursor.pos > minPos) {
let { id, start, end, size } = cursor;
if (size > 4) {
cursor.next();
}
else if (stopAt > -1 && start < stopAt) {
break;
}
else {
if (stopAt < 0)
stopAt = end - maxBufferLength;
nodes.push(id, start, end);
nodeCount++;
cursor.next();
}
}
if (nodeCount) {
let buffer = new Uint16Array(nodeCount * 4);
let start = nodes[nodes.length - 2];
for (let i = nodes.length - 3, j = 0; i >= 0; i -= 3) {
buffer[j++] = nodes[i];
buffer[j++] = nodes[i + 1] - start;
buffer[j++] = nodes[i + 2] - start;
buffer[j++] = j;
}
children.push(new TreeBuffer(buffer, nodes[2] - start, nodeSet));
positions.push(start - parentStart);
}
}
function makeBalanced(type, contextHash) {
return (children, positions, length) => {
let lookAhead = 0, lastI = children.length - 1, last, lookAheadProp;
if (lastI >= 0 && (last = children[lastI]) instanceof Tree) {
if (!lastI && last.type == type && last.length == length)
return last;
if (lookAheadProp = last.prop(dist_NodeProp.lookAhead))
lookAhead = positions[lastI] + last.length + lookAheadProp - length;
}
return makeTree(type, children, positions, length, lookAhead, contextHash);
};
}
function makeRepeatLeaf(children, positions, base, i, from, to, type, lookAhead, contextHash) {
let localChildren = [], localPositions = [];
while (children.length > i) {
localChildren.push(children.pop());
localPositions.push(positions.pop() + base - from);
}
children.push(makeTree(nodeSet.types[type], localChildren, localPositions, to - from, lookAhead - to, contextHash));
positions.push(from - base);
}
function makeTree(type, children, positions, length, lookAhead, contextHash, props) {
if (contextHash) {
let pair = [dist_NodeProp.contextHash, contextHash];
props = props ? [pair].concat(props) : [pair];
}
if (lookAhead > 25) {
let pair = [dist_NodeProp.lookAhead, lookAhead];
props = props ? [pair].concat(props) : [pair];
}
return new Tree(type, children, positions, length, props);
}
function findBufferSize(maxSize, inRepeat) {
let fork = cursor.fork();
let size = 0, start = 0, skip = 0, minStart = fork.end - maxBufferLength;
let result = { size: 0, start: 0, skip: 0 };
scan: for (let minPos = fork.pos - maxSize; fork.pos > minPos;) {
let nodeSize = fork.size;
if (fork.id == inRepeat && nodeSize >= 0) {
result.size = size;
result.start = start;
result.skip = skip;
skip += 4;
size += 4;
fork.next();
continue;
}
let startPos = fork.pos - nodeSize;
if (nodeSize < 0 || startPos < minPos || fork.start < minStart)
break;
let localSkipped = fork.id >= minRepeatType ? 4 : 0;
let nodeStart = fork.start;
fork.next();
while (fork.pos > startPos) {
if (fork.size < 0) {
if (fork.size == -3 || fork.size == -4)
localSkipped += 4;
else
break scan;
}
else if (fork.id >= minRepeatType) {
localSkipped += 4;
}
fork.next();
}
start = nodeStart;
size += nodeSize;
skip += localSkipped;
}
if (inRepeat < 0 || size == maxSize) {
result.size = size;
result.start = start;
result.skip = skip;
}
return result.size > 4 ? result : undefined;
}
function copyToBuffer(bufferStart, buffer, index) {
let { id, start, end, size } = cursor;
cursor.next();
if (size >= 0 && id < minRepeatType) {
let startIndex = index;
if (size > 4) {
let endPos = cursor.pos - (size - 4);
while (cursor.pos > endPos)
index = copyToBuffer(bufferStart, buffer, index);
}
buffer[--index] = startIndex;
buffer[--index] = end - bufferStart;
buffer[--index] = start - bufferStart;
buffer[--index] = id;
}
else if (size == -3) {
contextHash = id;
}
else if (size == -4) {
lookAhead = id;
}
return index;
}
let children = [], positions = [];
while (cursor.pos > 0)
takeNode(data.start || 0, data.bufferStart || 0, children, positions, -1, 0);
let length = (_a = data.length) !== null && _a !== void 0 ? _a : (children.length ? positions[0] + children[0].length : 0);
return new Tree(types[data.topID], children.reverse(), positions.reverse(), length);
}
const nodeSizeCache = new WeakMap;
function nodeSize(balanceType, node) {
if (!balanceType.isAnonymous || node instanceof TreeBuffer || node.type != balanceType)
return 1;
let size = nodeSizeCache.get(node);
if (size == null) {
size = 1;
for (let child of node.children) {
if (child.type != balanceType || !(child instanceof Tree)) {
size = 1;
break;
}
size += nodeSize(balanceType, child);
}
nodeSizeCache.set(node, size);
}
return size;
}
function balanceRange(balanceType, children, positions, from, to, start, length, mkTop, mkTree) {
let total = 0;
for (let i = from; i < to; i++)
total += nodeSize(balanceType, children[i]);
let maxChild = Math.ceil((total * 1.5) / 8);
let localChildren = [], localPositions = [];
function divide(children, positions, from, to, offset) {
for (let i = from; i < to;) {
let groupFrom = i, groupStart = positions[i], groupSize = nodeSize(balanceType, children[i]);
i++;
for (; i < to; i++) {
let nextSize = nodeSize(balanceType, children[i]);
if (groupSize + nextSize >= maxChild)
break;
groupSize += nextSize;
}
if (i == groupFrom + 1) {
if (groupSize > maxChild) {
let only = children[groupFrom];
divide(only.children, only.positions, 0, only.children.length, positions[groupFrom] + offset);
continue;
}
localChildren.push(children[groupFrom]);
}
else {
let length = positions[i - 1] + children[i - 1].length - groupStart;
localChildren.push(balanceRange(balanceType, children, positions, groupFrom, i, groupStart, length, null, mkTree));
}
localPositions.push(groupStart + offset - start);
}
}
divide(children, positions, from, to, 0);
return (mkTop || mkTree)(localChildren, localPositions, length);
}
class NodeWeakMap {
constructor() {
this.map = new WeakMap();
}
setBuffer(buffer, index, value) {
let inner = this.map.get(buffer);
if (!inner)
this.map.set(buffer, inner = new Map);
inner.set(index, value);
}
getBuffer(buffer, index) {
let inner = this.map.get(buffer);
return inner && inner.get(index);
}
set(node, value) {
if (node instanceof BufferNode)
this.setBuffer(node.context.buffer, node.index, value);
else if (node instanceof TreeNode)
this.map.set(node.tree, value);
}
get(node) {
return node instanceof BufferNode ? this.getBuffer(node.context.buffer, node.index)
: node instanceof TreeNode ? this.map.get(node.tree) : undefined;
}
cursorSet(cursor, value) {
if (cursor.buffer)
this.setBuffer(cursor.buffer.buffer, cursor.index, value);
else
this.map.set(cursor.tree, value);
}
cursorGet(cursor) {
return cursor.buffer ? this.getBuffer(cursor.buffer.buffer, cursor.index) : this.map.get(cursor.tree);
}
}
class TreeFragment {
constructor(from, to, tree, offset, openStart = false, openEnd = false) {
this.from = from;
this.to = to;
this.tree = tree;
this.offset = offset;
this.open = (openStart ? 1 : 0) | (openEnd ? 2 : 0);
}
get openStart() { return (this.open & 1) > 0; }
get openEnd() { return (this.open & 2) > 0; }
static addTree(tree, fragments = [], partial = false) {
let result = [new TreeFragment(0, tree.length, tree, 0, false, partial)];
for (let f of fragments)
if (f.to > tree.length)
result.push(f);
return result;
}
static applyChanges(fragments, changes, minGap = 128) {
if (!changes.length)
return fragments;
let result = [];
let fI = 1, nextF = fragments.length ? fragments[0] : null;
for (let cI = 0, pos = 0, off = 0;; cI++) {
let nextC = cI < changes.length ? changes[cI] : null;
let nextPos = nextC ? nextC.fromA : 1e9;
if (nextPos - pos >= minGap)
while (nextF && nextF.from < nextPos) {
let cut = nextF;
if (pos >= cut.from || nextPos <= cut.to || off) {
let fFrom = Math.max(cut.from, pos) - off, fTo = Math.min(cut.to, nextPos) - off;
cut = fFrom >= fTo ? null : new TreeFragment(fFrom, fTo, cut.tree, cut.offset + off, cI > 0, !!nextC);
}
if (cut)
result.push(cut);
if (nextF.to > nextPos)
break;
nextF = fI < fragments.length ? fragments[fI++] : null;
}
if (!nextC)
break;
pos = nextC.toA;
off = nextC.toA - nextC.toB;
}
return result;
}
}
class Parser {
startParse(input, fragments, ranges) {
if (typeof input == "string")
input = new StringInput(input);
ranges = !ranges ? [new Range(0, input.length)] : ranges.length ? ranges.map(r => new Range(r.from, r.to)) : [new Range(0, 0)];
return this.createParse(input, fragments || [], ranges);
}
parse(input, fragments, ranges) {
let parse = this.startParse(input, fragments, ranges);
for (;;) {
let done = parse.advance();
if (done)
return done;
}
}
}
class StringInput {
constructor(string) {
this.string = string;
}
get length() { return this.string.length; }
chunk(from) { return this.string.slice(from); }
get lineChunks() { return false; }
read(from, to) { return this.string.slice(from, to); }
}
function parseMixed(nest) {
return (parse, input, fragments, ranges) => new MixedParse(parse, nest, input, fragments, ranges);
}
class InnerParse {
constructor(parser, parse, overlay, bracketed, target, from) {
this.parser = parser;
this.parse = parse;
this.overlay = overlay;
this.bracketed = bracketed;
this.target = target;
this.from = from;
}
}
function checkRanges(ranges) {
if (!ranges.length || ranges.some(r => r.from >= r.to))
throw new RangeError("Invalid inner parse ranges given: " + JSON.stringify(ranges));
}
class ActiveOverlay {
constructor(parser, predicate, mounts, index, start, bracketed, target, prev) {
this.parser = parser;
this.predicate = predicate;
this.mounts = mounts;
this.index = index;
this.start = start;
this.bracketed = bracketed;
this.target = target;
this.prev = prev;
this.depth = 0;
this.ranges = [];
}
}
const stoppedInner = new dist_NodeProp({ perNode: true });
class MixedParse {
constructor(base, nest, input, fragments, ranges) {
this.nest = nest;
this.input = input;
this.fragments = fragments;
this.ranges = ranges;
this.inner = [];
this.innerDone = 0;
this.baseTree = null;
this.stoppedAt = null;
this.baseParse = base;
}
advance() {
if (this.baseParse) {
let done = this.baseParse.advance();
if (!done)
return null;
this.baseParse = null;
this.baseTree = done;
this.startInner();
if (this.stoppedAt != null)
for (let inner of this.inner)
inner.parse.stopAt(this.stoppedAt);
}
if (this.innerDone == this.inner.length) {
let result = this.baseTree;
if (this.stoppedAt != null)
result = new Tree(result.type, result.children, result.positions, result.length, result.propValues.concat([[stoppedInner, this.stoppedAt]]));
return result;
}
let inner = this.inner[this.innerDone], done = inner.parse.advance();
if (done) {
this.innerDone++;
let props = Object.assign(Object.create(null), inner.target.props);
props[dist_NodeProp.mounted.id] = new MountedTree(done, inner.overlay, inner.parser, inner.bracketed);
inner.target.props = props;
}
return null;
}
get parsedPos() {
if (this.baseParse)
return 0;
let pos = this.input.length;
for (let i = this.innerDone; i < this.inner.length; i++) {
if (this.inner[i].from < pos)
pos = Math.min(pos, this.inner[i].parse.parsedPos);
}
return pos;
}
stopAt(pos) {
this.stoppedAt = pos;
if (this.baseParse)
this.baseParse.stopAt(pos);
else
for (let i = this.innerDone; i < this.inner.length; i++)
this.inner[i].parse.stopAt(pos);
}
startInner() {
let fragmentCursor = new FragmentCursor(this.fragments);
let overlay = null;
let covered = null;
let cursor = new TreeCursor(new TreeNode(this.baseTree, this.ranges[0].from, 0, null), IterMode.IncludeAnonymous | IterMode.IgnoreMounts);
scan: for (let nest, isCovered;;) {
let enter = true, range;
if (this.stoppedAt != null && cursor.from >= this.stoppedAt) {
enter = false;
}
else if (fragmentCursor.hasNode(cursor)) {
if (overlay) {
let match = overlay.mounts.find(m => m.frag.from <= cursor.from && m.frag.to >= cursor.to && m.mount.overlay);
if (match)
for (let r of match.mount.overlay) {
let from = r.from + match.pos, to = r.to + match.pos;
if (from >= cursor.from && to <= cursor.to && !overlay.ranges.some(r => r.from < to && r.to > from))
overlay.ranges.push({ from, to });
}
}
enter = false;
}
else if (covered && (isCovered = checkCover(covered.ranges, cursor.from, cursor.to))) {
enter = isCovered != 2;
}
else if (!cursor.type.isAnonymous && (nest = this.nest(cursor, this.input)) &&
(cursor.from < cursor.to || !nest.overlay)) {
if (!cursor.tree) {
materialize(cursor);
if (overlay)
overlay.depth++;
if (covered)
covered.depth++;
}
let oldMounts = fragmentCursor.findMounts(cursor.from, nest.parser);
if (typeof nest.overlay == "function") {
overlay = new ActiveOverlay(nest.parser, nest.overlay, oldMounts, this.inner.length, cursor.from, !!nest.bracketed, cursor.tree, overlay);
}
else {
let ranges = punchRanges(this.ranges, nest.overlay ||
(cursor.from < cursor.to ? [new Range(cursor.from, cursor.to)] : []));
if (ranges.length)
checkRanges(ranges);
if (ranges.length || !nest.overlay)
this.inner.push(new InnerParse(nest.parser, ranges.length ? nest.parser.startParse(this.input, enterFragments(oldMounts, ranges), ranges)
: nest.parser.startParse(""), nest.overlay ? nest.overlay.map(r => new Range(r.from - cursor.from, r.to - cursor.from)) : null, !!nest.bracketed, cursor.tree, ranges.length ? ranges[0].from : cursor.from));
if (!nest.overlay)
enter = false;
else if (ranges.length)
covered = { ranges, depth: 0, prev: covered };
}
}
else if (overlay && (range = overlay.predicate(cursor))) {
if (range === true)
range = new Range(cursor.from, cursor.to);
if (range.from < range.to) {
let last = overlay.ranges.length - 1;
if (last >= 0 && overlay.ranges[last].to == range.from)
overlay.ranges[last] = { from: overlay.ranges[last].from, to: range.to };
else
overlay.ranges.push(range);
}
}
if (enter && cursor.firstChild()) {
if (overlay)
overlay.depth++;
if (covered)
covered.depth++;
}
else {
for (;;) {
if (cursor.nextSibling())
break;
if (!cursor.parent())
break scan;
if (overlay && !--overlay.depth) {
let ranges = punchRanges(this.ranges, overlay.ranges);
if (ranges.length) {
checkRanges(ranges);
this.inner.splice(overlay.index, 0, new InnerParse(overlay.parser, overlay.parser.startParse(this.input, enterFragments(overlay.mounts, ranges), ranges), overlay.ranges.map(r => new Range(r.from - overlay.start, r.to - overlay.start)), overlay.bracketed, overlay.target, ranges[0].from));
}
overlay = overlay.prev;
}
if (covered && !--covered.depth)
covered = covered.prev;
}
}
}
}
}
function checkCover(covered, from, to) {
for (let range of covered) {
if (range.from >= to)
break;
if (range.to > from)
return range.from <= from && range.to >= to ? 2 : 1;
}
return 0;
}
function sliceBuf(buf, startI, endI, nodes, positions, off) {
if (startI < endI) {
let from = buf.buffer[startI + 1];
nodes.push(buf.slice(startI, endI, from));
positions.push(from - off);
}
}
function materialize(cursor) {
let { node } = cursor, stack = [];
let buffer = node.context.buffer;
do {
stack.push(cursor.index);
cursor.parent();
} while (!cursor.tree);
let base = cursor.tree, i = base.children.indexOf(buffer);
let buf = base.children[i], b = buf.buffer, newStack = [i];
function split(startI, endI, type, innerOffset, length, stackPos) {
let targetI = stack[stackPos];
let children = [], positions = [];
sliceBuf(buf, startI, targetI, children, positions, innerOffset);
let from = b[targetI + 1], to = b[targetI + 2];
newStack.push(children.length);
let child = stackPos
? split(targetI + 4, b[targetI + 3], buf.set.types[b[targetI]], from, to - from, stackPos - 1)
: node.toTree();
children.push(child);
positions.push(from - innerOffset);
sliceBuf(buf, b[targetI + 3], endI, children, positions, innerOffset);
return new Tree(type, children, positions, length);
}
base.children[i] = split(0, b.length, NodeType.none, 0, buf.length, stack.length - 1);
for (let index of newStack) {
let tree = cursor.tree.children[index], pos = cursor.tree.positions[index];
cursor.yield(new TreeNode(tree, pos + cursor.from, index, cursor._tree));
}
}
class StructureCursor {
constructor(root, offset) {
this.offset = offset;
this.done = false;
this.cursor = root.cursor(IterMode.IncludeAnonymous | IterMode.IgnoreMounts | IterMode.ExcludeBuffers);
}
moveTo(pos) {
let { cursor } = this, p = pos - this.offset;
while (!this.done && cursor.from < p) {
if (cursor.to >= p && cursor.enter(p, 1, IterMode.IncludeAnonymous | IterMode.IgnoreMounts | IterMode.IgnoreOverlays | IterMode.ExcludeBuffers))
;
else if (cursor.to <= p) {
if (!cursor.next(false))
this.done = true;
}
else {
break;
}
}
}
hasNode(cursor) {
this.moveTo(cursor.from);
if (!this.done && this.cursor.from + this.offset == cursor.from && this.cursor.tree) {
for (let tree = this.cursor.tree;;) {
if (tree == cursor.tree)
return true;
if (tree.children.length && tree.positions[0] == 0 && tree.children[0] instanceof Tree)
tree = tree.children[0];
else
break;
}
}
return false;
}
}
function fragEnd(frag) {
let stopped = frag.tree.prop(stoppedInner);
return stopped == null ? frag.to : Math.min(frag.to, stopped - frag.offset);
}
class FragmentCursor {
constructor(fragments) {
this.fragments = fragments;
this.curTo = 0;
this.fragI = 0;
if (fragments.length) {
let first = this.curFrag = fragments[0];
this.curTo = fragEnd(first);
this.inner = new StructureCursor(first.tree, -first.offset);
}
else {
this.curFrag = this.inner = null;
}
}
hasNode(node) {
while (this.curFrag && node.from >= this.curTo)
this.nextFrag();
return this.curFrag && this.curFrag.from <= node.from && this.curTo >= node.to && this.inner.hasNode(node);
}
nextFrag() {
this.fragI++;
if (this.fragI == this.fragments.length) {
this.curFrag = this.inner = null;
}
else {
let frag = this.curFrag = this.fragments[this.fragI];
this.curTo = fragEnd(frag);
this.inner = new StructureCursor(frag.tree, -frag.offset);
}
}
findMounts(pos, parser) {
var _a;
let result = [];
if (this.inner) {
this.inner.cursor.moveTo(pos, 1);
for (let pos = this.inner.cursor.node; pos; pos = pos.parent) {
let mount = (_a = pos.tree) === null || _a === void 0 ? void 0 : _a.prop(dist_NodeProp.mounted);
if (mount && mount.parser == parser) {
for (let i = this.fragI; i < this.fragments.length; i++) {
let frag = this.fragments[i];
if (frag.from >= pos.to)
break;
if (frag.tree == this.curFrag.tree)
result.push({
frag,
pos: pos.from - frag.offset,
mount
});
}
}
}
}
return result;
}
}
function punchRanges(outer, ranges) {
let copy = null, current = ranges;
for (let i = 1, j = 0; i < outer.length; i++) {
let gapFrom = outer[i - 1].to, gapTo = outer[i].from;
for (; j < current.length; j++) {
let r = current[j];
if (r.from >= gapTo)
break;
if (r.to <= gapFrom)
continue;
if (!copy)
current = copy = ranges.slice();
if (r.from < gapFrom) {
copy[j] = new Range(r.from, gapFrom);
if (r.to > gapTo)
copy.splice(j + 1, 0, new Range(gapTo, r.to));
}
else if (r.to > gapTo) {
copy[j--] = new Range(gapTo, r.to);
}
else {
copy.splice(j--, 1);
}
}
}
return current;
}
function findCoverChanges(a, b, from, to) {
let iA = 0, iB = 0, inA = false, inB = false, pos = -1e9;
let result = [];
for (;;) {
let nextA = iA == a.length ? 1e9 : inA ? a[iA].to : a[iA].from;
let nextB = iB == b.length ? 1e9 : inB ? b[iB].to : b[iB].from;
if (inA != inB) {
let start = Math.max(pos, from), end = Math.min(nextA, nextB, to);
if (start < end)
result.push(new Range(start, end));
}
pos = Math.min(nextA, nextB);
if (pos == 1e9)
break;
if (nextA == pos) {
if (!inA)
inA = true;
else {
inA = false;
iA++;
}
}
if (nextB == pos) {
if (!inB)
inB = true;
else {
inB = false;
iB++;
}
}
}
return result;
}
function enterFragments(mounts, ranges) {
let result = [];
for (let { pos, mount, frag } of mounts) {
let startPos = pos + (mount.overlay ? mount.overlay[0].from : 0), endPos = startPos + mount.tree.length;
let from = Math.max(frag.from, startPos), to = Math.min(frag.to, endPos);
if (mount.overlay) {
let overlay = mount.overlay.map(r => new Range(r.from + pos, r.to + pos));
let changes = findCoverChanges(ranges, overlay, from, to);
for (let i = 0, pos = from;; i++) {
let last = i == changes.length, end = last ? to : changes[i].from;
if (end > pos)
result.push(new TreeFragment(pos, end, mount.tree, -startPos, frag.from >= pos || frag.openStart, frag.to <= end || frag.openEnd));
if (last)
break;
pos = changes[i].to;
}
}
else {
result.push(new TreeFragment(from, to, mount.tree, -startPos, frag.from >= startPos || frag.openStart, frag.to <= endPos || frag.openEnd));
}
}
return result;
}
;
class Stack {
constructor(p, stack, state, reducePos, pos, score, buffer, bufferBase, curContext, lookAhead = 0, parent) {
this.p = p;
this.stack = stack;
this.state = state;
this.reducePos = reducePos;
this.pos = pos;
this.score = score;
this.buffer = buffer;
this.bufferBase = bufferBase;
this.curContext = curContext;
this.lookAhead = lookAhead;
this.parent = parent;
}
toString() {
return `[${this.stack.filter((_, i) => i % 3 == 0).concat(this.state)}]@${this.pos}${this.score ? "!" + this.score : ""}`;
}
static start(p, state, pos = 0) {
let cx = p.parser.context;
return new Stack(p, [], state, pos, pos, 0, [], 0, cx ? new StackContext(cx, cx.start) : null, 0, null);
}
get context() { return this.curContext ? this.curContext.context : null; }
pushState(state, start) {
this.stack.push(this.state, start, this.bufferBase + this.buffer.length);
this.state = state;
}
reduce(action) {
var _a;
let depth = action >> 19, type = action & 65535;
let { parser } = this.p;
let lookaheadRecord = this.reducePos < this.pos - 25 && this.setLookAhead(this.pos);
let dPrec = parser.dynamicPrecedence(type);
if (dPrec)
this.score += dPrec;
if (depth == 0) {
if (type < parser.minRepeatTerm && this.reducePos < this.pos)
this.reducePos = this.pos;
this.pushState(parser.getGoto(this.state, type, true), this.reducePos);
if (type < parser.minRepeatTerm)
this.storeNode(type, this.reducePos, this.reducePos, lookaheadRecord ? 8 : 4, true);
this.reduceContext(type, this.reducePos);
return;
}
let base = this.stack.length - ((depth - 1) * 3) - (action & 262144 ? 6 : 0);
let start = base ? this.stack[base - 2] : this.p.ranges[0].from;
if (type < parser.minRepeatTerm && start == this.reducePos && this.reducePos < this.pos)
this.reducePos = this.pos;
let size = this.reducePos - start;
if (size >= 2000 && !((_a = this.p.parser.nodeSet.types[type]) === null || _a === void 0 ? void 0 : _a.isAnonymous)) {
if (start == this.p.lastBigReductionStart) {
this.p.bigReductionCount++;
this.p.lastBigReductionSize = size;
}
else if (this.p.lastBigReductionSize < size) {
this.p.bigReductionCount = 1;
this.p.lastBigReductionStart = start;
this.p.lastBigReductionSize = size;
}
}
let bufferBase = base ? this.stack[base - 1] : 0, count = this.bufferBase + this.buffer.length - bufferBase;
if (type < parser.minRepeatTerm || (action & 131072)) {
let pos = parser.stateFlag(this.state, 1) ? this.pos : this.reducePos;
this.storeNode(type, start, pos, count + 4, true);
}
if (action & 262144) {
this.state = this.stack[base];
}
else {
let baseStateID = this.stack[base - 3];
this.state = parser.getGoto(baseStateID, type, true);
}
while (this.stack.length > base)
this.stack.pop();
this.reduceContext(type, start);
}
storeNode(term, start, end, size = 4, mustSink = false) {
if (term == 0 &&
(!this.stack.length || this.stack[this.stack.length - 1] < this.buffer.length + this.bufferBase)) {
let top = this.buffer.length;
if (top > 0 && this.buffer[top - 4] == 0 && this.buffer[top - 1] > -1) {
if (start == end)
return;
if (this.buffer[top - 2] >= start) {
this.buffer[top - 2] = end;
return;
}
}
}
if (!mustSink || this.pos == end) {
this.buffer.push(term, start, end, size);
}
else {
let index = this.buffer.length;
if (index > 0 && (this.buffer[index - 4] != 0 || this.buffer[index - 1] < 0)) {
let mustMove = false;
for (let scan = index; scan > 0 && this.buffer[scan - 2] > end; scan -= 4) {
if (this.buffer[scan - 1] >= 0) {
mustMove = true;
break;
}
}
if (mustMove)
while (index > 0 && this.buffer[index - 2] > end) {
this.buffer[index] = this.buffer[index - 4];
this.buffer[index + 1] = this.buffer[index - 3];
this.buffer[index + 2] = this.buffer[index - 2];
this.buffer[index + 3] = this.buffer[index - 1];
index -= 4;
if (size > 4)
size -= 4;
}
}
this.buffer[index] = term;
this.buffer[index + 1] = start;
this.buffer[index + 2] = end;
this.buffer[index + 3] = size;
}
}
shift(action, type, start, end) {
if (action & 131072) {
this.pushState(action & 65535, this.pos);
}
else if ((action & 262144) == 0) {
let nextState = action, { parser } = this.p;
this.pos = end;
let skipped = parser.stateFlag(nextState, 1);
if (!skipped && (end > start || type <= parser.maxNode))
this.reducePos = end;
this.pushState(nextState, skipped ? start : Math.min(start, this.reducePos));
this.shiftContext(type, start);
if (type <= parser.maxNode)
this.buffer.push(type, start, end, 4);
}
else {
this.pos = end;
this.shiftContext(type, start);
if (type <= this.p.parser.maxNode)
this.buffer.push(type, start, end, 4);
}
}
apply(action, next, nextStart, nextEnd) {
if (action & 65536)
this.reduce(action);
else
this.shift(action, next, nextStart, nextEnd);
}
useNode(value, next, start) {
let index = this.p.reused.length - 1;
if (index < 0 || this.p.reused[index] != value) {
this.p.reused.push(value);
index++;
}
let end = this.reducePos = this.pos = start + value.length;
this.pushState(next, start);
this.buffer.push(index, start, end, -1);
if (this.curContext)
this.updateContext(this.curContext.tracker.reuse(this.curContext.context, value, this, this.p.stream.reset(this.pos - value.length)));
}
split() {
let parent = this;
let off = parent.buffer.length;
if (off && parent.buffer[off - 4] == 0)
off -= 4;
while (off > 0 && parent.buffer[off - 2] > parent.reducePos)
off -= 4;
let buffer = parent.buffer.slice(off), base = parent.bufferBase + off;
while (parent && base == parent.bufferBase)
parent = parent.parent;
return new Stack(this.p, this.stack.slice(), this.state, this.reducePos, this.pos, this.score, buffer, base, this.curContext, this.lookAhead, parent);
}
recoverByDelete(next, nextEnd) {
let isNode = next <= this.p.parser.maxNode;
if (isNode)
this.storeNode(next, this.pos, nextEnd, 4);
this.storeNode(0, this.pos, nextEnd, isNode ? 8 : 4);
this.pos = this.reducePos = nextEnd;
this.score -= 190;
}
canShift(term) {
for (let sim = new SimulatedStack(this);;) {
let action = this.p.parser.stateSlot(sim.state, 4) || this.p.parser.hasAction(sim.state, term);
if (action == 0)
return false;
if ((action & 65536) == 0)
return true;
sim.reduce(action);
}
}
recoverByInsert(next) {
if (this.stack.length >= 300)
return [];
let nextStates = this.p.parser.nextStates(this.state);
if (nextStates.length > 4 << 1 || this.stack.length >= 120) {
let best = [];
for (let i = 0, s; i < nextStates.length; i += 2) {
if ((s = nextStates[i + 1]) != this.state && this.p.parser.hasAction(s, next))
best.push(nextStates[i], s);
}
if (this.stack.length < 120)
for (let i = 0; best.length < 4 << 1 && i < nextStates.length; i += 2) {
let s = nextStates[i + 1];
if (!best.some((v, i) => (i & 1) && v == s))
best.push(nextStates[i], s);
}
nextStates = best;
}
let result = [];
for (let i = 0; i < nextStates.length && result.length < 4; i += 2) {
let s = nextStates[i + 1];
if (s == this.state)
continue;
let stack = this.split();
stack.pushState(s, this.pos);
stack.storeNode(0, stack.pos, stack.pos, 4, true);
stack.shiftContext(nextStates[i], this.pos);
stack.reducePos = this.pos;
stack.score -= 200;
result.push(stack);
}
return result;
}
forceReduce() {
let { parser } = this.p;
let reduce = parser.stateSlot(this.state, 5);
if ((reduce & 65536) == 0)
return false;
if (!parser.validAction(this.state, reduce)) {
let depth = reduce >> 19, term = reduce & 65535;
let target = this.stack.length - depth * 3;
if (target < 0 || parser.getGoto(this.stack[target], term, false) < 0) {
let backup = this.findForcedReduction();
if (backup == null)
return false;
reduce = backup;
}
this.storeNode(0, this.pos, this.pos, 4, true);
this.score -= 100;
}
this.reducePos = this.pos;
this.reduce(reduce);
return true;
}
findForcedReduction() {
let { parser } = this.p, seen = [];
let explore = (state, depth) => {
if (seen.includes(state))
return;
seen.push(state);
return parser.allActions(state, (action) => {
if (action & (262144 | 131072))
;
else if (action & 65536) {
let rDepth = (action >> 19) - depth;
if (rDepth > 1) {
let term = action & 65535, target = this.stack.length - rDepth * 3;
if (target >= 0 && parser.getGoto(this.stack[target], term, false) >= 0)
return (rDepth << 19) | 65536 | term;
}
}
else {
let found = explore(action, depth + 1);
if (found != null)
return found;
}
});
};
return explore(this.state, 0);
}
forceAll() {
while (!this.p.parser.stateFlag(this.state, 2)) {
if (!this.forceReduce()) {
this.storeNode(0, this.pos, this.pos, 4, true);
break;
}
}
return this;
}
get deadEnd() {
if (this.stack.length != 3)
return false;
let { parser } = this.p;
return parser.data[parser.stateSlot(this.state, 1)] == 65535 &&
!parser.stateSlot(this.state, 4);
}
restart() {
this.storeNode(0, this.pos, this.pos, 4, true);
this.state = this.stack[0];
this.stack.length = 0;
}
sameState(other) {
if (this.state != other.state || this.stack.length != other.stack.length)
return false;
for (let i = 0; i < this.stack.length; i += 3)
if (this.stack[i] != other.stack[i])
return false;
return true;
}
get parser() { return this.p.parser; }
dialectEnabled(dialectID) { return this.p.parser.dialect.flags[dialectID]; }
shiftContext(term, start) {
if (this.curContext)
this.updateContext(this.curContext.tracker.shift(this.curContext.context, term, this, this.p.stream.reset(start)));
}
reduceContext(term, start) {
if (this.curContext)
this.updateContext(this.curContext.tracker.reduce(this.curContext.context, term, this, this.p.stream.reset(start)));
}
emitContext() {
let last = this.buffer.length - 1;
if (last < 0 || this.buffer[last] != -3)
this.storeNode(this.curContext.hash, this.reducePos, this.reducePos, -3, true);
}
emitLookAhead() {
let last = this.buffer.length - 1;
if (last < 0 || this.buffer[last] != -4)
this.buffer.push(this.lookAhead, this.pos, this.pos, -4);
}
updateContext(context) {
if (context != this.curContext.context) {
let newCx = new StackContext(this.curContext.tracker, context);
if (newCx.hash != this.curContext.hash)
this.emitContext();
this.curContext = newCx;
}
}
setLookAhead(lookAhead) {
if (lookAhead <= this.lookAhead)
return false;
this.emitLookAhead();
this.lookAhead = lookAhead;
return true;
}
close() {
if (this.curContext && this.curContext.tracker.strict)
this.emitContext();
if (this.lookAhead > 0)
this.emitLookAhead();
}
}
class StackContext {
constructor(tracker, context) {
this.tracker = tracker;
this.context = context;
this.hash = tracker.strict ? tracker.hash(context) : 0;
}
}
class SimulatedStack {
constructor(start) {
this.start = start;
this.state = start.state;
this.stack = start.stack;
this.base = this.stack.length;
}
reduce(action) {
let term = action & 65535, depth = action >> 19;
if (depth == 0) {
if (this.stack == this.start.stack)
this.stack = this.stack.slice();
this.stack.push(this.state, 0, 0);
this.base += 3;
}
else {
this.base -= (depth - 1) * 3;
}
let goto = this.start.p.parser.getGoto(this.stack[this.base - 3], term, true);
this.state = goto;
}
}
class StackBufferCursor {
constructor(stack, pos, index) {
this.stack = stack;
this.pos = pos;
this.index = index;
this.buffer = stack.buffer;
if (this.index == 0)
this.maybeNext();
}
static create(stack, pos = stack.bufferBase + stack.buffer.length) {
return new StackBufferCursor(stack, pos, pos - stack.bufferBase);
}
maybeNext() {
let next = this.stack.parent;
if (next != null) {
this.index = this.stack.bufferBase - next.bufferBase;
this.stack = next;
this.buffer = next.buffer;
}
}
get id() { return this.buffer[this.index - 4]; }
get start() { return this.buffer[this.index - 3]; }
get end() { return this.buffer[this.index - 2]; }
get size() { return this.buffer[this.index - 1]; }
next() {
this.index -= 4;
this.pos -= 4;
if (this.index == 0)
this.maybeNext();
}
fork() {
return new StackBufferCursor(this.stack, this.pos, this.index);
}
}
function decodeArray(input, Type = Uint16Array) {
if (typeof input != "string")
return input;
let array = null;
for (let pos = 0, out = 0; pos < input.length;) {
let value = 0;
for (;;) {
let next = input.charCodeAt(pos++), stop = false;
if (next == 126) {
value = 65535;
break;
}
if (next >= 92)
next--;
if (next >= 34)
next--;
let digit = next - 32;
if (digit >= 46) {
digit -= 46;
stop = true;
}
value += digit;
if (stop)
break;
value *= 46;
}
if (array)
array[out++] = value;
else
array = new Type(value);
}
return array;
}
class CachedToken {
constructor() {
this.start = -1;
this.value = -1;
this.end = -1;
this.extended = -1;
this.lookAhead = 0;
this.mask = 0;
this.context = 0;
}
}
const nullToken = new CachedToken;
class InputStream {
constructor(input, ranges) {
this.input = input;
this.ranges = ranges;
this.chunk = "";
this.chunkOff = 0;
this.chunk2 = "";
this.chunk2Pos = 0;
this.next = -1;
this.token = nullToken;
this.rangeIndex = 0;
this.pos = this.chunkPos = ranges[0].from;
this.range = ranges[0];
this.end = ranges[ranges.length - 1].to;
this.readNext();
}
resolveOffset(offset, assoc) {
let range = this.range, index = this.rangeIndex;
let pos = this.pos + offset;
while (pos < range.from) {
if (!index)
return null;
let next = this.ranges[--index];
pos -= range.from - next.to;
range = next;
}
while (assoc < 0 ? pos > range.to : pos >= range.to) {
if (index == this.ranges.length - 1)
return null;
let next = this.ranges[++index];
pos += next.from - range.to;
range = next;
}
return pos;
}
clipPos(pos) {
if (pos >= this.range.from && pos < this.range.to)
return pos;
for (let range of this.ranges)
if (range.to > pos)
return Math.max(pos, range.from);
return this.end;
}
peek(offset) {
let idx = this.chunkOff + offset, pos, result;
if (idx >= 0 && idx < this.chunk.length) {
pos = this.pos + offset;
result = this.chunk.charCodeAt(idx);
}
else {
let resolved = this.resolveOffset(offset, 1);
if (resolved == null)
return -1;
pos = resolved;
if (pos >= this.chunk2Pos && pos < this.chunk2Pos + this.chunk2.length) {
result = this.chunk2.charCodeAt(pos - this.chunk2Pos);
}
else {
let i = this.rangeIndex, range = this.range;
while (range.to <= pos)
range = this.ranges[++i];
this.chunk2 = this.input.chunk(this.chunk2Pos = pos);
if (pos + this.chunk2.length > range.to)
this.chunk2 = this.chunk2.slice(0, range.to - pos);
result = this.chunk2.charCodeAt(0);
}
}
if (pos >= this.token.lookAhead)
this.token.lookAhead = pos + 1;
return result;
}
acceptToken(token, endOffset = 0) {
let end = endOffset ? this.resolveOffset(endOffset, -1) : this.pos;
if (end == null || end < this.token.start)
throw new RangeError("Token end out of bounds");
this.token.value = token;
this.token.end = end;
}
acceptTokenTo(token, endPos) {
this.token.value = token;
this.token.end = endPos;
}
getChunk() {
if (this.pos >= this.chunk2Pos && this.pos < this.chunk2Pos + this.chunk2.length) {
let { chunk, chunkPos } = this;
this.chunk = this.chunk2;
this.chunkPos = this.chunk2Pos;
this.chunk2 = chunk;
this.chunk2Pos = chunkPos;
this.chunkOff = this.pos - this.chunkPos;
}
else {
this.chunk2 = this.chunk;
this.chunk2Pos = this.chunkPos;
let nextChunk = this.input.chunk(this.pos);
let end = this.pos + nextChunk.length;
this.chunk = end > this.range.to ? nextChunk.slice(0, this.range.to - this.pos) : nextChunk;
this.chunkPos = this.pos;
this.chunkOff = 0;
}
}
readNext() {
if (this.chunkOff >= this.chunk.length) {
this.getChunk();
if (this.chunkOff == this.chunk.length)
return this.next = -1;
}
return this.next = this.chunk.charCodeAt(this.chunkOff);
}
advance(n = 1) {
this.chunkOff += n;
while (this.pos + n >= this.range.to) {
if (this.rangeIndex == this.ranges.length - 1)
return this.setDone();
n -= this.range.to - this.pos;
this.range = this.ranges[++this.rangeIndex];
this.pos = this.range.from;
}
this.pos += n;
if (this.pos >= this.token.lookAhead)
this.token.lookAhead = this.pos + 1;
return this.readNext();
}
setDone() {
this.pos = this.chunkPos = this.end;
this.range = this.ranges[this.rangeIndex = this.ranges.length - 1];
this.chunk = "";
return this.next = -1;
}
reset(pos, token) {
if (token) {
this.token = token;
token.start = pos;
token.lookAhead = pos + 1;
token.value = token.extended = -1;
}
else {
this.token = nullToken;
}
if (this.pos != pos) {
this.pos = pos;
if (pos == this.end) {
this.setDone();
return this;
}
while (pos < this.range.from)
this.range = this.ranges[--this.rangeIndex];
while (pos >= this.range.to)
this.range = this.ranges[++this.rangeIndex];
if (pos >= this.chunkPos && pos < this.chunkPos + this.chunk.length) {
this.chunkOff = pos - this.chunkPos;
}
else {
this.chunk = "";
this.chunkOff = 0;
}
this.readNext();
}
return this;
}
read(from, to) {
if (from >= this.chunkPos && to <= this.chunkPos + this.chunk.length)
return this.chunk.slice(from - this.chunkPos, to - this.chunkPos);
if (from >= this.chunk2Pos && to <= this.chunk2Pos + this.chunk2.length)
return this.chunk2.slice(from - this.chunk2Pos, to - this.chunk2Pos);
if (from >= this.range.from && to <= this.range.to)
return this.input.read(from, to);
let result = "";
for (let r of this.ranges) {
if (r.from >= to)
break;
if (r.to > from)
result += this.input.read(Math.max(r.from, from), Math.min(r.to, to));
}
return result;
}
}
class TokenGroup {
constructor(data, id) {
this.data = data;
this.id = id;
}
token(input, stack) {
let { parser } = stack.p;
readToken(this.data, input, stack, this.id, parser.data, parser.tokenPrecTable);
}
}
TokenGroup.prototype.contextual = TokenGroup.prototype.fallback = TokenGroup.prototype.extend = false;
class LocalTokenGroup {
constructor(data, precTable, elseToken) {
this.precTable = precTable;
this.elseToken = elseToken;
this.data = typeof data == "string" ? decodeArray(data) : data;
}
token(input, stack) {
let start = input.pos, skipped = 0;
for (;;) {
let atEof = input.next < 0, nextPos = input.resolveOffset(1, 1);
readToken(this.data, input, stack, 0, this.data, this.precTable);
if (input.token.value > -1)
break;
if (this.elseToken == null)
return;
if (!atEof)
skipped++;
if (nextPos == null)
break;
input.reset(nextPos, input.token);
}
if (skipped) {
input.reset(start, input.token);
input.acceptToken(this.elseToken, skipped);
}
}
}
LocalTokenGroup.prototype.contextual = TokenGroup.prototype.fallback = TokenGroup.prototype.extend = false;
class ExternalTokenizer {
constructor(token, options = {}) {
this.token = token;
this.contextual = !!options.contextual;
this.fallback = !!options.fallback;
this.extend = !!options.extend;
}
}
function readToken(data, input, stack, group, precTable, precOffset) {
let state = 0, groupMask = 1 << group, { dialect } = stack.p.parser;
scan: for (;;) {
if ((groupMask & data[state]) == 0)
break;
let accEnd = data[state + 1];
for (let i = state + 3; i < accEnd; i += 2)
if ((data[i + 1] & groupMask) > 0) {
let term = data[i];
if (dialect.allows(term) &&
(input.token.value == -1 || input.token.value == term ||
overrides(term, input.token.value, precTable, precOffset))) {
input.acceptToken(term);
break;
}
}
let next = input.next, low = 0, high = data[state + 2];
if (input.next < 0 && high > low && data[accEnd + high * 3 - 3] == 65535) {
state = data[accEnd + high * 3 - 1];
continue scan;
}
for (; low < high;) {
let mid = (low + high) >> 1;
let index = accEnd + mid + (mid << 1);
let from = data[index], to = data[index + 1] || 0x10000;
if (next < from)
high = mid;
else if (next >= to)
low = mid + 1;
else {
state = data[index + 2];
input.advance();
continue scan;
}
}
break;
}
}
function findOffset(data, start, term) {
for (let i = start, next; (next = data[i]) != 65535; i++)
if (next == term)
return i - start;
return -1;
}
function overrides(token, prev, tableData, tableOffset) {
let iPrev = findOffset(tableData, tableOffset, prev);
return iPrev < 0 || findOffset(tableData, tableOffset, token) < iPrev;
}
const verbose = typeof process != "undefined" && process.env && /\bparse\b/.test(process.env.LOG);
let stackIDs = null;
function cutAt(tree, pos, side) {
let cursor = tree.cursor(IterMode.IncludeAnonymous);
cursor.moveTo(pos);
for (;;) {
if (!(side < 0 ? cursor.childBefore(pos) : cursor.childAfter(pos)))
for (;;) {
if ((side < 0 ? cursor.to < pos : cursor.from > pos) && !cursor.type.isError)
return side < 0 ? Math.max(0, Math.min(cursor.to - 1, pos - 25))
: Math.min(tree.length, Math.max(cursor.from + 1, pos + 25));
if (side < 0 ? cursor.prevSibling() : cursor.nextSibling())
break;
if (!cursor.parent())
return side < 0 ? 0 : tree.length;
}
}
}
class dist_FragmentCursor {
constructor(fragments, minRepeat) {
this.fragments = fragments;
this.minRepeat = minRepeat;
this.i = 0;
this.fragment = null;
this.safeFrom = -1;
this.safeTo = -1;
this.trees = [];
this.start = [];
this.index = [];
this.lastRepeat = null;
this.lastRepeatPos = -1;
this.nextFragment();
}
nextFragment() {
let fr = this.fragment = this.i == this.fragments.length ? null : this.fragments[this.i++];
if (fr) {
this.safeFrom = fr.openStart ? cutAt(fr.tree, fr.from + fr.offset, 1) - fr.offset : fr.from;
this.safeTo = fr.openEnd ? cutAt(fr.tree, fr.to + fr.offset, -1) - fr.offset : fr.to;
while (this.trees.length) {
this.trees.pop();
this.start.pop();
this.index.pop();
}
this.trees.push(fr.tree);
this.start.push(-fr.offset);
this.index.push(0);
this.nextStart = this.safeFrom;
}
else {
this.nextStart = 1e9;
}
}
nodeAt(pos) {
if (pos < this.nextStart)
return null;
while (this.fragment && this.safeTo <= pos)
this.nextFragment();
if (!this.fragment)
return null;
for (;;) {
let last = this.trees.length - 1;
if (last < 0) {
this.nextFragment();
return null;
}
if (pos < this.safeFrom)
return null;
let top = this.trees[last], index = this.index[last];
if (index == top.children.length) {
this.trees.pop();
this.start.pop();
this.index.pop();
continue;
}
let next = top.children[index];
let start = this.start[last] + top.positions[index];
if (start > pos) {
this.nextStart = start;
return null;
}
if (next instanceof Tree) {
let storeRepeat = start > this.lastRepeatPos && next.type.id >= this.minRepeat;
if (start == pos || storeRepeat) {
let end = start + next.length, lookahead;
if (start >= this.safeFrom && end <= this.safeTo &&
(!(lookahead = next.prop(dist_NodeProp.lookAhead)) || end + lookahead < this.fragment.to)) {
if (storeRepeat) {
this.lastRepeat = next;
this.lastRepeatPos = start;
}
if (start == pos)
return next;
}
}
this.index[last]++;
if (start + next.length >= Math.max(this.safeFrom, pos)) {
this.trees.push(next);
this.start.push(start);
this.index.push(0);
}
}
else {
this.index[last]++;
this.nextStart = start + next.length;
}
}
}
}
class TokenCache {
constructor(parser, stream) {
this.stream = stream;
this.tokens = [];
this.mainToken = null;
this.actions = [];
this.tokens = parser.tokenizers.map(_ => new CachedToken);
}
getActions(stack) {
let actionIndex = 0;
let main = null;
let { parser } = stack.p, { tokenizers } = parser;
let mask = parser.stateSlot(stack.state, 3);
let context = stack.curContext ? stack.curContext.hash : 0;
let lookAhead = 0;
for (let i = 0; i < tokenizers.length; i++) {
if (((1 << i) & mask) == 0)
continue;
let tokenizer = tokenizers[i], token = this.tokens[i];
if (main && !tokenizer.fallback)
continue;
if (tokenizer.contextual || token.start != stack.pos || token.mask != mask || token.context != context) {
this.updateCachedToken(token, tokenizer, stack);
token.mask = mask;
token.context = context;
}
if (token.lookAhead > token.end + 25)
lookAhead = Math.max(token.lookAhead, lookAhead);
if (token.value != 0) {
let startIndex = actionIndex;
if (token.extended > -1)
actionIndex = this.addActions(stack, token.extended, token.end, actionIndex);
actionIndex = this.addActions(stack, token.value, token.end, actionIndex);
if (!tokenizer.extend) {
main = token;
if (actionIndex > startIndex)
break;
}
}
}
while (this.actions.length > actionIndex)
this.actions.pop();
if (lookAhead)
stack.setLookAhead(lookAhead);
if (!main && stack.pos == this.stream.end) {
main = new CachedToken;
main.value = stack.p.parser.eofTerm;
main.start = main.end = stack.pos;
actionIndex = this.addActions(stack, main.value, main.end, actionIndex);
}
this.mainToken = main;
return this.actions;
}
getMainToken(stack) {
if (this.mainToken)
return this.mainToken;
let main = new CachedToken, { pos, p } = stack;
main.start = pos;
main.end = Math.min(pos + 1, p.stream.end);
main.value = pos == p.stream.end ? p.parser.eofTerm : 0;
return main;
}
updateCachedToken(token, tokenizer, stack) {
let start = this.stream.clipPos(stack.pos);
tokenizer.token(this.stream.reset(start, token), stack);
if (token.value > -1) {
let { parser } = stack.p;
for (let i = 0; i < parser.specialized.length; i++)
if (parser.specialized[i] == token.value) {
let result = parser.specializers[i](this.stream.read(token.start, token.end), stack);
if (result >= 0 && stack.p.parser.dialect.allows(result >> 1)) {
if ((result & 1) == 0)
token.value = result >> 1;
else
token.extended = result >> 1;
break;
}
}
}
else {
token.value = 0;
token.end = this.stream.clipPos(start + 1);
}
}
putAction(action, token, end, index) {
for (let i = 0; i < index; i += 3)
if (this.actions[i] == action)
return index;
this.actions[index++] = action;
this.actions[index++] = token;
this.actions[index++] = end;
return index;
}
addActions(stack, token, end, index) {
let { state } = stack, { parser } = stack.p, { data } = parser;
for (let set = 0; set < 2; set++) {
for (let i = parser.stateSlot(state, set ? 2 : 1);; i += 3) {
if (data[i] == 65535) {
if (data[i + 1] == 1) {
i = pair(data, i + 2);
}
else {
if (index == 0 && data[i + 1] == 2)
index = this.putAction(pair(data, i + 2), token, end, index);
break;
}
}
if (data[i] == token)
index = this.putAction(pair(data, i + 1), token, end, index);
}
}
return index;
}
}
class Parse {
constructor(parser, input, fragments, ranges) {
this.parser = parser;
this.input = input;
this.ranges = ranges;
this.recovering = 0;
this.nextStackID = 0x2654;
this.minStackPos = 0;
this.reused = [];
this.stoppedAt = null;
this.lastBigReductionStart = -1;
this.lastBigReductionSize = 0;
this.bigReductionCount = 0;
this.stream = new InputStream(input, ranges);
this.tokens = new TokenCache(parser, this.stream);
this.topTerm = parser.top[1];
let { from } = ranges[0];
this.stacks = [Stack.start(this, parser.top[0], from)];
this.fragments = fragments.length && this.stream.end - from > parser.bufferLength * 4
? new dist_FragmentCursor(fragments, parser.minRepeatTerm) : null;
}
get parsedPos() {
return this.minStackPos;
}
advance() {
let stacks = this.stacks, pos = this.minStackPos;
let newStacks = this.stacks = [];
let stopped, stoppedTokens;
if (this.bigReductionCount > 300 && stacks.length == 1) {
let [s] = stacks;
while (s.forceReduce() && s.stack.length && s.stack[s.stack.length - 2] >= this.lastBigReductionStart) { }
this.bigReductionCount = this.lastBigReductionSize = 0;
}
for (let i = 0; i < stacks.length; i++) {
let stack = stacks[i];
for (;;) {
this.tokens.mainToken = null;
if (stack.pos > pos) {
newStacks.push(stack);
}
else if (this.advanceStack(stack, newStacks, stacks)) {
continue;
}
else {
if (!stopped) {
stopped = [];
stoppedTokens = [];
}
stopped.push(stack);
let tok = this.tokens.getMainToken(stack);
stoppedTokens.push(tok.value, tok.end);
}
break;
}
}
if (!newStacks.length) {
let finished = stopped && findFinished(stopped);
if (finished) {
if (verbose)
console.log("Finish with " + this.stackID(finished));
return this.stackToTree(finished);
}
if (this.parser.strict) {
if (verbose && stopped)
console.log("Stuck with token " + (this.tokens.mainToken ? this.parser.getName(this.tokens.mainToken.value) : "none"));
throw new SyntaxError("No parse at " + pos);
}
if (!this.recovering)
this.recovering = 5;
}
if (this.recovering && stopped) {
let finished = this.stoppedAt != null && stopped[0].pos > this.stoppedAt ? stopped[0]
: this.runRecovery(stopped, stoppedTokens, newStacks);
if (finished) {
if (verbose)
console.log("Force-finish " + this.stackID(finished));
return this.stackToTree(finished.forceAll());
}
}
if (this.recovering) {
let maxRemaining = this.recovering == 1 ? 1 : this.recovering * 3;
if (newStacks.length > maxRemaining) {
newStacks.sort((a, b) => b.score - a.score);
while (newStacks.length > maxRemaining)
newStacks.pop();
}
if (newStacks.some(s => s.reducePos > pos))
this.recovering--;
}
else if (newStacks.length > 1) {
outer: for (let i = 0; i < newStacks.length - 1; i++) {
let stack = newStacks[i];
for (let j = i + 1; j < newStacks.length; j++) {
let other = newStacks[j];
if (stack.sameState(other) ||
stack.buffer.length > 500 && other.buffer.length > 500) {
if (((stack.score - other.score) || (stack.buffer.length - other.buffer.length)) > 0) {
newStacks.splice(j--, 1);
}
else {
newStacks.splice(i--, 1);
continue outer;
}
}
}
}
if (newStacks.length > 12) {
newStacks.sort((a, b) => b.score - a.score);
newStacks.splice(12, newStacks.length - 12);
}
}
this.minStackPos = newStacks[0].pos;
for (let i = 1; i < newStacks.length; i++)
if (newStacks[i].pos < this.minStackPos)
this.minStackPos = newStacks[i].pos;
return null;
}
stopAt(pos) {
if (this.stoppedAt != null && this.stoppedAt < pos)
throw new RangeError("Can't move stoppedAt forward");
this.stoppedAt = pos;
}
tryReuse(stack, start, tree, repeatOnly) {
if (!tree)
return null;
let strictCx = stack.curContext && stack.curContext.tracker.strict, cxHash = strictCx ? stack.curContext.hash : 0;
for (; tree;) {
let match = this.parser.nodeSet.types[tree.type.id] != tree.type ? -1
: this.parser.getGoto(stack.state, tree.type.id);
if (match > -1 && tree.length && (!strictCx || (tree.prop(dist_NodeProp.contextHash) || 0) == cxHash)) {
stack.useNode(tree, match, start);
return tree;
}
if (tree.children.length == 0 || tree.positions[0] > 0)
break;
let inner = tree.children[0];
if (inner instanceof Tree && (!repeatOnly || inner.type.id >= this.parser.minRepeatTerm))
tree = inner;
else
break;
}
return null;
}
advanceStack(stack, stacks, split) {
let start = stack.pos, { parser } = this;
let base = verbose ? this.stackID(stack) + " -> " : "";
if (this.stoppedAt != null && start > this.stoppedAt)
return stack.forceReduce() ? stack : null;
if (this.fragments) {
let reused = (stack.reducePos < start && stack.buffer.length && stack.buffer[stack.buffer.length - 2] <= stack.reducePos &&
this.fragments.lastRepeatPos == stack.reducePos &&
this.tryReuse(stack, stack.reducePos, this.fragments.lastRepeat, true)) ||
this.tryReuse(stack, start, this.fragments.nodeAt(start), false);
if (reused) {
if (verbose)
console.log(base + this.stackID(stack) + ` (via reuse of ${parser.getName(reused.type.id)})`);
return true;
}
}
let defaultReduce = parser.stateSlot(stack.state, 4);
if (defaultReduce > 0) {
stack.reduce(defaultReduce);
if (verbose)
console.log(base + this.stackID(stack) + ` (via always-reduce ${parser.getName(defaultReduce & 65535)})`);
return true;
}
if (stack.stack.length >= 8400) {
while (stack.stack.length > 6000 && stack.forceReduce()) { }
}
let actions = this.tokens.getActions(stack);
for (let i = 0; i < actions.length;) {
let action = actions[i++], term = actions[i++], end = actions[i++];
let last = i == actions.length || !split;
let localStack = last ? stack : stack.split();
let main = this.tokens.mainToken;
localStack.apply(action, term, main ? main.start : localStack.pos, end);
if (verbose)
console.log(base + this.stackID(localStack) + ` (via ${(action & 65536) == 0 ? "shift"
: `reduce of ${parser.getName(action & 65535)}`} for ${parser.getName(term)} @ ${start}${localStack == stack ? "" : ", split"})`);
if (last)
return true;
else if (localStack.pos > start)
stacks.push(localStack);
else
split.push(localStack);
}
return false;
}
advanceFully(stack, newStacks) {
let pos = stack.pos;
for (;;) {
if (!this.advanceStack(stack, null, null))
return false;
if (stack.pos > pos) {
pushStackDedup(stack, newStacks);
return true;
}
}
}
runRecovery(stacks, tokens, newStacks) {
let finished = null, restarted = false;
for (let i = 0; i < stacks.length; i++) {
let stack = stacks[i], token = tokens[i << 1], tokenEnd = tokens[(i << 1) + 1];
let base = verbose ? this.stackID(stack) + " -> " : "";
if (stack.deadEnd) {
if (restarted)
continue;
restarted = true;
stack.restart();
if (verbose)
console.log(base + this.stackID(stack) + " (restarted)");
let done = this.advanceFully(stack, newStacks);
if (done)
continue;
}
let force = stack.split(), forceBase = base;
for (let j = 0; j < 10 && force.forceReduce(); j++) {
if (verbose)
console.log(forceBase + this.stackID(force) + " (via force-reduce)");
let done = this.advanceFully(force, newStacks);
if (done)
break;
if (verbose)
forceBase = this.stackID(force) + " -> ";
}
for (let insert of stack.recoverByInsert(token)) {
if (verbose)
console.log(base + this.stackID(insert) + " (via recover-insert)");
this.advanceFully(insert, newStacks);
}
if (this.stream.end > stack.pos) {
if (tokenEnd == stack.pos) {
tokenEnd++;
token = 0;
}
stack.recoverByDelete(token, tokenEnd);
if (verbose)
console.log(base + this.stackID(stack) + ` (via recover-delete ${this.parser.getName(token)})`);
pushStackDedup(stack, newStacks);
}
else if (!finished || finished.score < force.score) {
finished = force;
}
}
return finished;
}
stackToTree(stack) {
stack.close();
return Tree.build({ buffer: StackBufferCursor.create(stack),
nodeSet: this.parser.nodeSet,
topID: this.topTerm,
maxBufferLength: this.parser.bufferLength,
reused: this.reused,
start: this.ranges[0].from,
length: stack.pos - this.ranges[0].from,
minRepeatType: this.parser.minRepeatTerm });
}
stackID(stack) {
let id = (stackIDs || (stackIDs = new WeakMap)).get(stack);
if (!id)
stackIDs.set(stack, id = String.fromCodePoint(this.nextStackID++));
return id + stack;
}
}
function pushStackDedup(stack, newStacks) {
for (let i = 0; i < newStacks.length; i++) {
let other = newStacks[i];
if (other.pos == stack.pos && other.sameState(stack)) {
if (newStacks[i].score < stack.score)
newStacks[i] = stack;
return;
}
}
newStacks.push(stack);
}
class Dialect {
constructor(source, flags, disabled) {
this.source = source;
this.flags = flags;
this.disabled = disabled;
}
allows(term) { return !this.disabled || this.disabled[term] == 0; }
}
const id = x => x;
class ContextTracker {
constructor(spec) {
this.start = spec.start;
this.shift = spec.shift || id;
this.reduce = spec.reduce || id;
this.reuse = spec.reuse || id;
this.hash = spec.hash || (() => 0);
this.strict = spec.strict !== false;
}
}
class LRParser extends Parser {
constructor(spec) {
super();
this.wrappers = [];
if (spec.version != 14)
throw new RangeError(`Parser version (${spec.version}) doesn't match runtime version (${14})`);
let nodeNames = spec.nodeNames.split(" ");
this.minRepeatTerm = nodeNames.length;
for (let i = 0; i < spec.repeatNodeCount; i++)
nodeNames.push("");
let topTerms = Object.keys(spec.topRules).map(r => spec.topRules[r][1]);
let nodeProps = [];
for (let i = 0; i < nodeNames.length; i++)
nodeProps.push([]);
function setProp(nodeID, prop, value) {
nodeProps[nodeID].push([prop, prop.deserialize(String(value))]);
}
if (spec.nodeProps)
for (let propSpec of spec.nodeProps) {
let prop = propSpec[0];
if (typeof prop == "string")
prop = dist_NodeProp[prop];
for (let i = 1; i < propSpec.length;) {
let next = propSpec[i++];
if (next >= 0) {
setProp(next, prop, propSpec[i++]);
}
else {
let value = propSpec[i + -next];
for (let j = -next; j > 0; j--)
setProp(propSpec[i++], prop, value);
i++;
}
}
}
this.nodeSet = new NodeSet(nodeNames.map((name, i) => NodeType.define({
name: i >= this.minRepeatTerm ? undefined : name,
id: i,
props: nodeProps[i],
top: topTerms.indexOf(i) > -1,
error: i == 0,
skipped: spec.skippedNodes && spec.skippedNodes.indexOf(i) > -1
})));
if (spec.propSources)
this.nodeSet = this.nodeSet.extend(...spec.propSources);
this.strict = false;
this.bufferLength = DefaultBufferLength;
let tokenArray = decodeArray(spec.tokenData);
this.context = spec.context;
this.specializerSpecs = spec.specialized || [];
this.specialized = new Uint16Array(this.specializerSpecs.length);
for (let i = 0; i < this.specializerSpecs.length; i++)
this.specialized[i] = this.specializerSpecs[i].term;
this.specializers = this.specializerSpecs.map(getSpecializer);
this.states = decodeArray(spec.states, Uint32Array);
this.data = decodeArray(spec.stateData);
this.goto = decodeArray(spec.goto);
this.maxTerm = spec.maxTerm;
this.tokenizers = spec.tokenizers.map(value => typeof value == "number" ? new TokenGroup(tokenArray, value) : value);
this.topRules = spec.topRules;
this.dialects = spec.dialects || {};
this.dynamicPrecedences = spec.dynamicPrecedences || null;
this.tokenPrecTable = spec.tokenPrec;
this.termNames = spec.termNames || null;
this.maxNode = this.nodeSet.types.length - 1;
this.dialect = this.parseDialect();
this.top = this.topRules[Object.keys(this.topRules)[0]];
}
createParse(input, fragments, ranges) {
let parse = new Parse(this, input, fragments, ranges);
for (let w of this.wrappers)
parse = w(parse, input, fragments, ranges);
return parse;
}
getGoto(state, term, loose = false) {
let table = this.goto;
if (term >= table[0])
return -1;
for (let pos = table[term + 1];;) {
let groupTag = table[pos++], last = groupTag & 1;
let target = table[pos++];
if (last && loose)
return target;
for (let end = pos + (groupTag >> 1); pos < end; pos++)
if (table[pos] == state)
return target;
if (last)
return -1;
}
}
hasAction(state, terminal) {
let data = this.data;
for (let set = 0; set < 2; set++) {
for (let i = this.stateSlot(state, set ? 2 : 1), next;; i += 3) {
if ((next = data[i]) == 65535) {
if (data[i + 1] == 1)
next = data[i = pair(data, i + 2)];
else if (data[i + 1] == 2)
return pair(data, i + 2);
else
break;
}
if (next == terminal || next == 0)
return pair(data, i + 1);
}
}
return 0;
}
stateSlot(state, slot) {
return this.states[(state * 6) + slot];
}
stateFlag(state, flag) {
return (this.stateSlot(state, 0) & flag) > 0;
}
validAction(state, action) {
return !!this.allActions(state, a => a == action ? true : null);
}
allActions(state, action) {
let deflt = this.stateSlot(state, 4);
let result = deflt ? action(deflt) : undefined;
for (let i = this.stateSlot(state, 1); result == null; i += 3) {
if (this.data[i] == 65535) {
if (this.data[i + 1] == 1)
i = pair(this.data, i + 2);
else
break;
}
result = action(pair(this.data, i + 1));
}
return result;
}
nextStates(state) {
let result = [];
for (let i = this.stateSlot(state, 1);; i += 3) {
if (this.data[i] == 65535) {
if (this.data[i + 1] == 1)
i = pair(this.data, i + 2);
else
break;
}
if ((this.data[i + 2] & (65536 >> 16)) == 0) {
let value = this.data[i + 1];
if (!result.some((v, i) => (i & 1) && v == value))
result.push(this.data[i], value);
}
}
return result;
}
configure(config) {
let copy = Object.assign(Object.create(LRParser.prototype), this);
if (config.props)
copy.nodeSet = this.nodeSet.extend(...config.props);
if (config.top) {
let info = this.topRules[config.top];
if (!info)
throw new RangeError(`Invalid top rule name ${config.top}`);
copy.top = info;
}
if (config.tokenizers)
copy.tokenizers = this.tokenizers.map(t => {
let found = config.tokenizers.find(r => r.from == t);
return found ? found.to : t;
});
if (config.specializers) {
copy.specializers = this.specializers.slice();
copy.specializerSpecs = this.specializerSpecs.map((s, i) => {
let found = config.specializers.find(r => r.from == s.external);
if (!found)
return s;
let spec = Object.assign(Object.assign({}, s), { external: found.to });
copy.specializers[i] = getSpecializer(spec);
return spec;
});
}
if (config.contextTracker)
copy.context = config.contextTracker;
if (config.dialect)
copy.dialect = this.parseDialect(config.dialect);
if (config.strict != null)
copy.strict = config.strict;
if (config.wrap)
copy.wrappers = copy.wrappers.concat(config.wrap);
if (config.bufferLength != null)
copy.bufferLength = config.bufferLength;
return copy;
}
hasWrappers() {
return this.wrappers.length > 0;
}
getName(term) {
return this.termNames ? this.termNames[term] : String(term <= this.maxNode && this.nodeSet.types[term].name || term);
}
get eofTerm() { return this.maxNode + 1; }
get topNode() { return this.nodeSet.types[this.top[1]]; }
dynamicPrecedence(term) {
let prec = this.dynamicPrecedences;
return prec == null ? 0 : prec[term] || 0;
}
parseDialect(dialect) {
let values = Object.keys(this.dialects), flags = values.map(() => false);
if (dialect)
for (let part of dialect.split(" ")) {
let id = values.indexOf(part);
if (id >= 0)
flags[id] = true;
}
let disabled = null;
for (let i = 0; i < values.length; i++)
if (!flags[i]) {
for (let j = this.dialects[values[i]], id; (id = this.data[j++]) != 65535;)
(disabled || (disabled = new Uint8Array(this.maxTerm + 1)))[id] = 1;
}
return new Dialect(dialect, flags, disabled);
}
static deserialize(spec) {
return new LRParser(spec);
}
}
function pair(data, off) { return data[off] | (data[off + 1] << 16); }
function findFinished(stacks) {
let best = null;
for (let stack of stacks) {
let stopped = stack.p.stoppedAt;
if ((stack.pos == stack.p.stream.end || stopped != null && stack.pos > stopped) &&
stack.p.parser.stateFlag(stack.state, 2) &&
(!best || best.score < stack.score))
best = stack;
}
return best;
}
function getSpecializer(spec) {
if (spec.external) {
let mask = spec.extend ? 1 : 0;
return (value, stack) => (spec.external(value, stack) << 1) | mask;
}
return spec.get;
}
;
let nextTagID = 0;
class Tag {
constructor(name, set, base, modified) {
this.name = name;
this.set = set;
this.base = base;
this.modified = modified;
this.id = nextTagID++;
}
toString() {
let { name } = this;
for (let mod of this.modified)
if (mod.name)
name = `${mod.name}(${name})`;
return name;
}
static define(nameOrParent, parent) {
let name = typeof nameOrParent == "string" ? nameOrParent : "?";
if (nameOrParent instanceof Tag)
parent = nameOrParent;
if (parent === null || parent === void 0 ? void 0 : parent.base)
throw new Error("Can not derive from a modified tag");
let tag = new Tag(name, [], null, []);
tag.set.push(tag);
if (parent)
for (let t of parent.set)
tag.set.push(t);
return tag;
}
static defineModifier(name) {
let mod = new Modifier(name);
return (tag) => {
if (tag.modified.indexOf(mod) > -1)
return tag;
return Modifier.get(tag.base || tag, tag.modified.concat(mod).sort((a, b) => a.id - b.id));
};
}
}
let nextModifierID = 0;
class Modifier {
constructor(name) {
this.name = name;
this.instances = [];
this.id = nextModifierID++;
}
static get(base, mods) {
if (!mods.length)
return base;
let exists = mods[0].instances.find(t => t.base == base && sameArray(mods, t.modified));
if (exists)
return exists;
let set = [], tag = new Tag(base.name, set, base, mods);
for (let m of mods)
m.instances.push(tag);
let configs = powerSet(mods);
for (let parent of base.set)
if (!parent.modified.length)
for (let config of configs)
set.push(Modifier.get(parent, config));
return tag;
}
}
function sameArray(a, b) {
return a.length == b.length && a.every((x, i) => x == b[i]);
}
function powerSet(array) {
let sets = [[]];
for (let i = 0; i < array.length; i++) {
for (let j = 0, e = sets.length; j < e; j++) {
sets.push(sets[j].concat(array[i]));
}
}
return sets.sort((a, b) => b.length - a.length);
}
function styleTags(spec) {
let byName = Object.create(null);
for (let prop in spec) {
let tags = spec[prop];
if (!Array.isArray(tags))
tags = [tags];
for (let part of prop.split(" "))
if (part) {
let pieces = [], mode = 2, rest = part;
for (let pos = 0;;) {
if (rest == "..." && pos > 0 && pos + 3 == part.length) {
mode = 1;
break;
}
let m = /^"(?:[^"\\]|\\.)*?"|[^\/!]+/.exec(rest);
if (!m)
throw new RangeError("Invalid path: " + part);
pieces.push(m[0] == "*" ? "" : m[0][0] == '"' ? JSON.parse(m[0]) : m[0]);
pos += m[0].length;
if (pos == part.length)
break;
let next = part[pos++];
if (pos == part.length && next == "!") {
mode = 0;
break;
}
if (next != "/")
throw new RangeError("Invalid path: " + part);
rest = part.slice(pos);
}
let last = pieces.length - 1, inner = pieces[last];
if (!inner)
throw new RangeError("Invalid path: " + part);
let rule = new Rule(tags, mode, last > 0 ? pieces.slice(0, last) : null);
byName[inner] = rule.sort(byName[inner]);
}
}
return ruleNodeProp.add(byName);
}
const ruleNodeProp = new dist_NodeProp({
combine(a, b) {
let cur, root, take;
while (a || b) {
if (!a || b && a.depth <= b.depth) {
take = b;
b = b.next;
}
else {
take = a;
a = a.next;
}
if (cur && cur.mode == take.mode && !take.context && !cur.context)
continue;
let copy = new Rule(take.tags, take.mode, take.context);
if (cur)
cur.next = copy;
else
root = copy;
cur = copy;
}
return root;
}
});
class Rule {
constructor(tags, mode, context, next) {
this.tags = tags;
this.mode = mode;
this.context = context;
this.next = next;
}
get opaque() { return this.mode == 0; }
get inherit() { return this.mode == 1; }
sort(other) {
if (!other || other.depth < this.depth) {
this.next = other;
return this;
}
other.next = this.sort(other.next);
return other;
}
get depth() { return this.context ? this.context.length : 0; }
}
Rule.empty = new Rule([], 2, null);
function tagHighlighter(tags, options) {
let map = Object.create(null);
for (let style of tags) {
if (!Array.isArray(style.tag))
map[style.tag.id] = style.class;
else
for (let tag of style.tag)
map[tag.id] = style.class;
}
let { scope, all = null } = options || {};
return {
style: (tags) => {
let cls = all;
for (let tag of tags) {
for (let sub of tag.set) {
let tagClass = map[sub.id];
if (tagClass) {
cls = cls ? cls + " " + tagClass : tagClass;
break;
}
}
}
return cls;
},
scope
};
}
function highlightTags(highlighters, tags) {
let result = null;
for (let highlighter of highlighters) {
let value = highlighter.style(tags);
if (value)
result = result ? result + " " + value : value;
}
return result;
}
function highlightTree(tree, highlighter, putStyle, from = 0, to = tree.length) {
let builder = new HighlightBuilder(from, Array.isArray(highlighter) ? highlighter : [highlighter], putStyle);
builder.highlightRange(tree.cursor(), from, to, "", builder.highlighters);
builder.flush(to);
}
function highlightCode(code, tree, highlighter, putText, putBreak, from = 0, to = code.length) {
let pos = from;
function writeTo(p, classes) {
if (p <= pos)
return;
for (let text = code.slice(pos, p), i = 0;;) {
let nextBreak = text.indexOf("\n", i);
let upto = nextBreak < 0 ? text.length : nextBreak;
if (upto > i)
putText(text.slice(i, upto), classes);
if (nextBreak < 0)
break;
putBreak();
i = nextBreak + 1;
}
pos = p;
}
highlightTree(tree, highlighter, (from, to, classes) => {
writeTo(from, "");
writeTo(to, classes);
}, from, to);
writeTo(to, "");
}
class HighlightBuilder {
constructor(at, highlighters, span) {
this.at = at;
this.highlighters = highlighters;
this.span = span;
this.class = "";
}
startSpan(at, cls) {
if (cls != this.class) {
this.flush(at);
if (at > this.at)
this.at = at;
this.class = cls;
}
}
flush(to) {
if (to > this.at && this.class)
this.span(this.at, to, this.class);
}
highlightRange(cursor, from, to, inheritedClass, highlighters) {
let { type, from: start, to: end } = cursor;
if (start >= to || end <= from)
return;
if (type.isTop)
highlighters = this.highlighters.filter(h => !h.scope || h.scope(type));
let cls = inheritedClass;
let rule = getStyleTags(cursor) || Rule.empty;
let tagCls = highlightTags(highlighters, rule.tags);
if (tagCls) {
if (cls)
cls += " ";
cls += tagCls;
if (rule.mode == 1)
inheritedClass += (inheritedClass ? " " : "") + tagCls;
}
this.startSpan(Math.max(from, start), cls);
if (rule.opaque)
return;
let mounted = cursor.tree && cursor.tree.prop(NodeProp.mounted);
if (mounted && mounted.overlay) {
let inner = cursor.node.enter(mounted.overlay[0].from + start, 1);
let innerHighlighters = this.highlighters.filter(h => !h.scope || h.scope(mounted.tree.type));
let hasChild = cursor.firstChild();
for (let i = 0, pos = start;; i++) {
let next = i < mounted.overlay.length ? mounted.overlay[i] : null;
let nextPos = next ? next.from + start : end;
let rangeFrom = Math.max(from, pos), rangeTo = Math.min(to, nextPos);
if (rangeFrom < rangeTo && hasChild) {
while (cursor.from < rangeTo) {
this.highlightRange(cursor, rangeFrom, rangeTo, inheritedClass, highlighters);
this.startSpan(Math.min(rangeTo, cursor.to), cls);
if (cursor.to >= nextPos || !cursor.nextSibling())
break;
}
}
if (!next || nextPos > to)
break;
pos = next.to + start;
if (pos > from) {
this.highlightRange(inner.cursor(), Math.max(from, next.from + start), Math.min(to, pos), "", innerHighlighters);
this.startSpan(Math.min(to, pos), cls);
}
}
if (hasChild)
cursor.parent();
}
else if (cursor.firstChild()) {
if (mounted)
inheritedClass = "";
do {
if (cursor.to <= from)
continue;
if (cursor.from >= to)
break;
this.highlightRange(cursor, from, to, inheritedClass, highlighters);
this.startSpan(Math.min(to, cursor.to), cls);
} while (cursor.nextSibling());
cursor.parent();
}
}
}
function getStyleTags(node) {
let rule = node.type.prop(ruleNodeProp);
while (rule && rule.context && !node.matchContext(rule.context))
rule = rule.next;
return rule || null;
}
const t = Tag.define;
const comment = t(), dist_name = t(), typeName = t(dist_name), propertyName = t(dist_name), literal = t(), string = t(literal), number = t(literal), content = t(), heading = t(content), keyword = t(), operator = t(), punctuation = t(), bracket = t(punctuation), meta = t();
const tags = {
comment,
lineComment: t(comment),
blockComment: t(comment),
docComment: t(comment),
name: dist_name,
variableName: t(dist_name),
typeName: typeName,
tagName: t(typeName),
propertyName: propertyName,
attributeName: t(propertyName),
className: t(dist_name),
labelName: t(dist_name),
namespace: t(dist_name),
macroName: t(dist_name),
literal,
string,
docString: t(string),
character: t(string),
attributeValue: t(string),
number,
integer: t(number),
float: t(number),
bool: t(literal),
regexp: t(literal),
escape: t(literal),
color: t(literal),
url: t(literal),
keyword,
self: t(keyword),
null: t(keyword),
atom: t(keyword),
unit: t(keyword),
modifier: t(keyword),
operatorKeyword: t(keyword),
controlKeyword: t(keyword),
definitionKeyword: t(keyword),
moduleKeyword: t(keyword),
operator,
derefOperator: t(operator),
arithmeticOperator: t(operator),
logicOperator: t(operator),
bitwiseOperator: t(operator),
compareOperator: t(operator),
updateOperator: t(operator),
definitionOperator: t(operator),
typeOperator: t(operator),
controlOperator: t(operator),
punctuation,
separator: t(punctuation),
bracket,
angleBracket: t(bracket),
squareBracket: t(bracket),
paren: t(bracket),
brace: t(bracket),
content,
heading,
heading1: t(heading),
heading2: t(heading),
heading3: t(heading),
heading4: t(heading),
heading5: t(heading),
heading6: t(heading),
contentSeparator: t(content),
list: t(content),
quote: t(content),
emphasis: t(content),
strong: t(content),
link: t(content),
monospace: t(content),
strikethrough: t(content),
inserted: t(),
deleted: t(),
changed: t(),
invalid: t(),
meta,
documentMeta: t(meta),
annotation: t(meta),
processingInstruction: t(meta),
definition: Tag.defineModifier("definition"),
constant: Tag.defineModifier("constant"),
function: Tag.defineModifier("function"),
standard: Tag.defineModifier("standard"),
local: Tag.defineModifier("local"),
special: Tag.defineModifier("special")
};
for (let name in tags) {
let val = tags[name];
if (val instanceof Tag)
val.name = name;
}
const classHighlighter = tagHighlighter([
{ tag: tags.link, class: "tok-link" },
{ tag: tags.heading, class: "tok-heading" },
{ tag: tags.emphasis, class: "tok-emphasis" },
{ tag: tags.strong, class: "tok-strong" },
{ tag: tags.keyword, class: "tok-keyword" },
{ tag: tags.atom, class: "tok-atom" },
{ tag: tags.bool, class: "tok-bool" },
{ tag: tags.url, class: "tok-url" },
{ tag: tags.labelName, class: "tok-labelName" },
{ tag: tags.inserted, class: "tok-inserted" },
{ tag: tags.deleted, class: "tok-deleted" },
{ tag: tags.literal, class: "tok-literal" },
{ tag: tags.string, class: "tok-string" },
{ tag: tags.number, class: "tok-number" },
{ tag: [tags.regexp, tags.escape, tags.special(tags.string)], class: "tok-string2" },
{ tag: tags.variableName, class: "tok-variableName" },
{ tag: tags.local(tags.variableName), class: "tok-variableName tok-local" },
{ tag: tags.definition(tags.variableName), class: "tok-variableName tok-definition" },
{ tag: tags.special(tags.variableName), class: "tok-variableName2" },
{ tag: tags.definition(tags.propertyName), class: "tok-propertyName tok-definition" },
{ tag: tags.typeName, class: "tok-typeName" },
{ tag: tags.namespace, class: "tok-namespace" },
{ tag: tags.className, class: "tok-className" },
{ tag: tags.macroName, class: "tok-macroName" },
{ tag: tags.propertyName, class: "tok-propertyName" },
{ tag: tags.operator, class: "tok-operator" },
{ tag: tags.comment, class: "tok-comment" },
{ tag: tags.meta, class: "tok-meta" },
{ tag: tags.invalid, class: "tok-invalid" },
{ tag: tags.punctuation, class: "tok-punctuation" }
]);
;
const inf$1 = 188, nan$1 = 189, Bool$1 = 1, Ignoring$1 = 2, On$1 = 3, GroupLeft$1 = 4, GroupRight$1 = 5, Offset$1 = 6, Atan2$1 = 7, Avg$1 = 8, Bottomk$1 = 9, Count$1 = 10, CountValues$1 = 11, Group$1 = 12, Max$1 = 13, Min$1 = 14, Quantile$1 = 15, LimitK$1 = 16, LimitRatio$1 = 17, Stddev$1 = 18, Stdvar$1 = 19, Sum$1 = 20, Topk$1 = 21, By$1 = 22, Without$1 = 23, And$1 = 24, Or$1 = 25, Unless$1 = 26, StartFn$1 = 27, EndFn$1 = 28, AtStart$1 = 29, AtEnd$1 = 30, Smoothed$1 = 31, Anchored$1 = 32, Fill$1 = 33, FillLeft$1 = 34, FillRight$1 = 35;
const keywordTokens = {
inf: inf$1,
nan: nan$1,
bool: Bool$1,
ignoring: Ignoring$1,
on: On$1,
group_left: GroupLeft$1,
group_right: GroupRight$1,
offset: Offset$1,
};
const specializeIdentifier = (value, stack) => {
return keywordTokens[value.toLowerCase()] || -1;
};
const contextualKeywordTokens = {
avg: Avg$1,
atan2: Atan2$1,
bottomk: Bottomk$1,
count: Count$1,
count_values: CountValues$1,
group: Group$1,
max: Max$1,
min: Min$1,
quantile: Quantile$1,
limitk: LimitK$1,
limit_ratio: LimitRatio$1,
stddev: Stddev$1,
stdvar: Stdvar$1,
sum: Sum$1,
topk: Topk$1,
by: By$1,
without: Without$1,
and: And$1,
or: Or$1,
unless: Unless$1,
smoothed: Smoothed$1,
anchored: Anchored$1,
fill: Fill$1,
fill_left: FillLeft$1,
fill_right: FillRight$1,
};
const extendIdentifier = (value, stack) => {
if (value === "start" && stack.canShift(StartFn$1)) {
return StartFn$1;
}
if (value === "end" && stack.canShift(EndFn$1)) {
return EndFn$1;
}
if (value.toLowerCase() === "start" && stack.canShift(AtStart$1)) {
return AtStart$1;
}
if (value.toLowerCase() === "end" && stack.canShift(AtEnd$1)) {
return AtEnd$1;
}
const token = contextualKeywordTokens[value.toLowerCase()];
if (token !== undefined && stack.canShift(token)) {
return token;
}
return -1;
};
const promQLHighLight = styleTags({
LineComment: tags.comment,
LabelName: tags.labelName,
StringLiteral: tags.string,
NumberDurationLiteral: tags.number,
NumberDurationLiteralInDurationContext: tags.number,
Identifier: tags.variableName,
'Abs Absent AbsentOverTime Acos Acosh Asin Asinh Atan Atanh AvgOverTime Ceil Changes Clamp ClampMax ClampMin Cos Cosh CountOverTime DaysInMonth DayOfMonth DayOfWeek DayOfYear Deg Delta Deriv EndFn Exp Floor HistogramAvg HistogramCount HistogramFraction HistogramQuantile HistogramSum DoubleExponentialSmoothing Hour Idelta Increase Irate LabelReplace LabelJoin LastOverTime Ln Log10 Log2 MaxOverTime MinOverTime Minute Month Pi PredictLinear PresentOverTime QuantileOverTime Rad Range Rate Resets Round Scalar Sgn Sin Sinh Sort SortDesc SortByLabel SortByLabelDesc Sqrt StartFn Step StddevOverTime StdvarOverTime SumOverTime Tan Tanh Time Timestamp Vector Year': tags.function(tags.variableName),
'Avg Bottomk Count Count_values Group LimitK LimitRatio Max Min Quantile Stddev Stdvar Sum Topk': tags.operatorKeyword,
'AtModifierPreprocessors By Without Bool On Ignoring GroupLeft GroupRight Offset Smoothed Anchored': tags.modifier,
'DurationExpr/DurationStep DurationExpr/DurationRange DurationExpr/DurationMinOf DurationExpr/DurationMaxOf OffsetDurationExpr/DurationStep OffsetDurationExpr/DurationRange OffsetDurationExpr/DurationMinOf OffsetDurationExpr/DurationMaxOf': tags.function(tags.variableName),
'And Unless Or': tags.logicOperator,
'Sub Add Mul Mod Div Atan2 Eql Neq Lte Lss Gte Gtr EqlRegex EqlSingle NeqRegex Pow At': tags.operator,
UnaryOp: tags.arithmeticOperator,
'( )': tags.paren,
'[ ]': tags.squareBracket,
'{ }': tags.brace,
'\u26a0': tags.invalid,
});
const spec_Identifier = { __proto__: null, absent_over_time: 401, absent: 403, abs: 405, acos: 407, acosh: 409, asin: 411, asinh: 413, atan: 415, atanh: 417, avg_over_time: 419, ceil: 421, changes: 423, clamp: 425, clamp_max: 427, clamp_min: 429, cos: 431, cosh: 433, count_over_time: 435, days_in_month: 437, day_of_month: 439, day_of_week: 441, day_of_year: 443, deg: 445, delta: 447, deriv: 449, exp: 451, first_over_time: 453, floor: 455, histogram_count: 457, histogram_fraction: 459, histogram_quantile: 461, histogram_quantiles: 463, histogram_stddev: 465, histogram_stdvar: 467, histogram_sum: 469, histogram_avg: 471, double_exponential_smoothing: 473, hour: 475, idelta: 477, increase: 479, info: 481, irate: 483, label_replace: 485, label_join: 487, last_over_time: 489, ln: 491, log10: 493, log2: 495, mad_over_time: 497, max_over_time: 499, min_over_time: 501, ts_of_first_over_time: 503, ts_of_max_over_time: 505, ts_of_min_over_time: 507, ts_of_last_over_time: 509, minute: 511, month: 513, pi: 515, predict_linear: 517, present_over_time: 519, quantile_over_time: 521, rad: 523, rate: 525, resets: 527, round: 529, scalar: 531, sgn: 533, sin: 535, sinh: 537, sort: 539, sort_desc: 541, sort_by_label: 543, sort_by_label_desc: 545, start_timestamp: 547, range: 549, step: 551, sqrt: 553, stddev_over_time: 555, stdvar_over_time: 557, sum_over_time: 559, tan: 561, tanh: 563, timestamp: 565, time: 567, vector: 569, year: 571, min_of: 575, max_of: 577 };
const parser = LRParser.deserialize({
version: 14,
states: "BnOYQPOOO(gQPOOOOQO'#DT'#DTO(lQPO'#DSOOQO'#Db'#DbO(wQPO'#FqQ0_QQOOOOQO'#Ds'#DsO(rQPO'#DrOYQPO'#F{OYQPO'#F}O1xQSO'#GPO2TQQO'#GOOOQO'#GO'#GOOOQO'#Gd'#GdOOQO'#Dt'#DtOOQO'#Dv'#DvOOQO'#Dw'#DwOOQO'#Dx'#DxOOQO'#Dy'#DyOOQO'#Dz'#DzOOQO'#D{'#D{OOQO'#D|'#D|OOQO'#D}'#D}OOQO'#EO'#EOOOQO'#EP'#EPOOQO'#EQ'#EQOOQO'#ER'#EROOQO'#ES'#ESOOQO'#ET'#ETOOQO'#EU'#EUOOQO'#EV'#EVOOQO'#EW'#EWOOQO'#EX'#EXOOQO'#EY'#EYOOQO'#EZ'#EZOOQO'#E['#E[OOQO'#E]'#E]OOQO'#E^'#E^OOQO'#E_'#E_OOQO'#E`'#E`OOQO'#Ea'#EaOOQO'#Eb'#EbOOQO'#Ec'#EcOOQO'#Ed'#EdOOQO'#Ee'#EeOOQO'#Ef'#EfOOQO'#Eg'#EgOOQO'#Eh'#EhOOQO'#Ei'#EiOOQO'#Ej'#EjOOQO'#Ek'#EkOOQO'#El'#ElOOQO'#Em'#EmOOQO'#En'#EnOOQO'#Eo'#EoOOQO'#Ep'#EpOOQO'#Eq'#EqOOQO'#Er'#ErOOQO'#Es'#EsOOQO'#Et'#EtOOQO'#Eu'#EuOOQO'#Ev'#EvOOQO'#Ew'#EwOOQO'#Ex'#ExOOQO'#Ey'#EyOOQO'#Ez'#EzOOQO'#E{'#E{OOQO'#E|'#E|OOQO'#E}'#E}OOQO'#FO'#FOOOQO'#FP'#FPOOQO'#FQ'#FQOOQO'#FR'#FROOQO'#FS'#FSOOQO'#FT'#FTOOQO'#FU'#FUOOQO'#FV'#FVOOQO'#FW'#FWOOQO'#FX'#FXOOQO'#FY'#FYOOQO'#FZ'#FZOOQO'#F['#F[OOQO'#F]'#F]OOQO'#F^'#F^OOQO'#F_'#F_OOQO'#F`'#F`OOQO'#Fa'#FaOOQO'#Fb'#FbOOQO'#Fc'#FcOOQO'#Fd'#FdOOQO'#Fe'#FeOOQO'#Ff'#FfOOQO'#Fg'#FgOOQO'#Fh'#FhOOQO'#Fi'#FiOOQO'#Fj'#FjOOQO'#Fk'#FkOOQO'#Fl'#FlOOQO'#Fm'#FmOOQO'#Fn'#FnQOQPOOO3zQPO'#DUO4PQPO'#DZO(rQPO,59nO4WQQO,59nOOQO,59|,59|O6QQPO,59vO6QQPO,59vO6QQPO,59vO6QQPO,59vO6QQPO,59vO=qQPO,5<ZO>cQPO,5<cOOQO,5<e,5<eOOQO,5<f,5<fO?fQPO,5<rOOQO,5:^,5:^O?pQQO,5<gO?wQQO,5<iOOQO'#DX'#DXOAkQPO'#GQOAyQPO,5<kOOQO,5<k,5<kOBVQPO,5<kOOQO,5<j,5<jOB_QSO'#DVOOQO,59p,59pOOQO,59u,59uOBjQQO,59uOOQO1G/Y1G/YOOQO'#D^'#D^O3zQPO'#D_OBtQPO'#DaOByQPO'#DcOCOQPO'#DdOOQO'#D`'#D`OJbQPO'#D`OJiQPO'#D`OOQO'#Gh'#GhOJpQPO'#GhO!$WQPO'#GhOYQPO1G/bOYQPO1G/bOYQPO1G/bOYQPO1G/bOYQPO1G/bOOQO'#Fq'#FqOOQO'#Fv'#FvO!$bQSO1G1uO=qQPO'#FpOOQO'#Fr'#FrOOQO'#Fs'#FsOOQO'#Ft'#FtOOQO'#Fu'#FuO!$|QPO'#FpO!%RQPO'#FpO=qQPO'#FpOOQO'#Fp'#FpO>cQPO'#FxOOQO1G1}1G1}O!%WQPO'#FxO!%]QPO'#FxO=qQPO'#FxOOQO'#Fx'#FxO!%bQPO'#DbOOQO'#GY'#GYOOQO1G2^1G2^O!%mQPO1G2^OOQO1G2R1G2ROOQO'#GR'#GRO!%rQPO,5<lO!%wQPO,5<qO!%|QSO1G2VO!&XQPO1G2VOOQO1G2V1G2VOOQO,59q,59qO!&aQPO,59qOYQPO'#G]O!&iQPO1G/aOOQO1G/a1G/aO!&qQPO,59yO?TQPO,59{O?TQPO,59}O?TQPO,5:OOOQO,59z,59zOOQO,5=S,5=SO!._QPO,5=SO!7]QQO7+$|O!7mQQO7+$|O!9XQQO7+$|O!9uQQO7+$|O!;jQQO7+$|O=qQPO,5<[O=qQPO,5<[OOQO7+'a7+'aO!<ZQPO7+'nO!<vQSO,5<[O!=QQPO,5<[O=qQPO,5<[O!=kQQO,5<[OOQO,5<d,5<dO!=rQPO,5<dO=qQPO,5<dO!=wQQO,5<dO!>OQPO7+'xOOQO1G2W1G2WOOQO1G2]1G2]O!>TQPO,5<xOOQO,5<x,5<xOOQO7+'q7+'qO!>iQSO7+'qOOQO-E:[-E:[O!>tQSO1G/]O!?PQPO1G/]OOQO1G/]1G/]O!?XQQO,5<wOOQO-E:Z-E:ZOOQO7+${7+${O!?cQPO1G/eO!FyQPO1G/gO!GOQPO1G/iO!GTQPO1G/jOOQO1G2n1G2nO!GnQSO1G1vO!GxQSO1G1vO!HdQQO<<KYOOQO<<KY<<KYOOQO1G1v1G1vO!HkQQO1G1vO!HrQQO,5<[OOQO1G2O1G2OO!IPQQO1G2OOOQO<<Kd<<KdOOQO<<K]<<K]P!IWQSO'#G^OOQO,5<v,5<vOOQO7+$w7+$wO!I`QSO7+$wOOQO-E:Y-E:YOOQO7+%P7+%POOQO7+%R7+%ROOQO7+%T7+%TOOQO7+%U7+%UOOQOAN@tAN@tO=qQPO7+'bO!IkQQO1G1vO!IxQQO1G1vO=qQPO7+'jOOQO<<Hc<<HcP!JgQSO'#G[O!JoQQO<<J|O!JvQQO<<KUOOQOAN@hAN@hOOQOAN@pAN@pO=qQPO'#FpO=qQPO,5<[O=qQPO,5<[",
stateData: "!J}~O%VOStOS~OWQOXQOYQOZQO[QO]QO^QO_QO`QOaQObQOcQOdQOeQOkVOlVO|^O!i[O%SSO%TSO%XXO%]TO%^TO%_SO%`_O%a`O%baO%cbO%dcO%edO%feO%gfO%hgO%ihO%jiO%kjO%lkO%mlO%nmO%onO%poO%qpO%rqO%srO%tsO%utO%vuO%wvO%xwO%yxO%zyO%{zO%|{O%}|O&O}O&P!OO&Q!PO&R!QO&S!RO&T!SO&U!TO&V!UO&W!VO&X!WO&Y!XO&Z!YO&[!ZO&]![O&^!]O&_!^O&`!_O&a!`O&b!aO&c!bO&d!cO&e!dO&f!eO&g!fO&h!gO&i!hO&j!iO&k!jO&l!kO&m!lO&n!mO&o!nO&p!oO&q!pO&r!qO&s!rO&t!sO&u!tO&v!uO&w!vO&x!wO&y!xO&z!yO&{!zO&|!{O&}!|O'O!}O'P#OO'Q#PO'R#QO'S#RO'T#SO'U#TO'V#UO'W#VO'X#WO'_ZO~O!i#XO~Of#YOg#YO%X#ZO~O%S#^O%T#^O%_#^OW$eXX$eXY$eXZ$eX[$eX]$eX^$eX_$eX`$eXa$eXb$eXc$eXd$eXe$eXk$eXl$eX|$eX!i$eX%S$eX%T$eX%X$eX%]$eX%^$eX%_$eX%`$eX%a$eX%b$eX%c$eX%d$eX%e$eX%f$eX%g$eX%h$eX%i$eX%j$eX%k$eX%l$eX%m$eX%n$eX%o$eX%p$eX%q$eX%r$eX%s$eX%t$eX%u$eX%v$eX%w$eX%x$eX%y$eX%z$eX%{$eX%|$eX%}$eX&O$eX&P$eX&Q$eX&R$eX&S$eX&T$eX&U$eX&V$eX&W$eX&X$eX&Y$eX&Z$eX&[$eX&]$eX&^$eX&_$eX&`$eX&a$eX&b$eX&c$eX&d$eX&e$eX&f$eX&g$eX&h$eX&i$eX&j$eX&k$eX&l$eX&m$eX&n$eX&o$eX&p$eX&q$eX&r$eX&s$eX&t$eX&u$eX&v$eX&w$eX&x$eX&y$eX&z$eX&{$eX&|$eX&}$eX'O$eX'P$eX'Q$eX'R$eX'S$eX'T$eX'U$eX'V$eX'W$eX'X$eX'_$eX~OU#eOV#_Oh#bOi#cOj#bOo#gOp#fO!P#_O!X#_O!Y#_O!Z#_O![#`O!]#`O!^#aO!_#aO!`#aO!a#aO!b#aO!c#aO!d#aO!e#aO${#hO'Y#dO~Oz#mO|#lO'`#oO~O'_ZOU$rXV$rXh$rXi$rXj$rXo$rXp$rX!P$rX!X$rX!Y$rX!Z$rX![$rX!]$rX!^$rX!_$rX!`$rX!a$rX!b$rX!c$rX!d$rX!e$rX${$rX%R$rX'Y$rX%Z$rX%Y$rX~O%X#rO~O%Z#tO~PYOf#YOg#YOUvaVvahvaivajvaovapva!Pva!Xva!Yva!Zva![va!]va!^va!_va!`va!ava!bva!cva!dva!eva${va%Rva'Yva%Zva%Yva~OP#wOQ#xOR#xOq#yOr#zOs#{OW%[PX%[PY%[PZ%[P[%[P]%[P^%[P_%[P`%[Pa%[Pb%[Pc%[Pd%[Pe%[Pk%[Pl%[P|%[P!i%[P%S%[P%T%[P%X%[P%]%[P%^%[P%_%[P%`%[P%a%[P%b%[P%c%[P%d%[P%e%[P%f%[P%g%[P%h%[P%i%[P%j%[P%k%[P%l%[P%m%[P%n%[P%o%[P%p%[P%q%[P%r%[P%s%[P%t%[P%u%[P%v%[P%w%[P%x%[P%y%[P%z%[P%{%[P%|%[P%}%[P&O%[P&P%[P&Q%[P&R%[P&S%[P&T%[P&U%[P&V%[P&W%[P&X%[P&Y%[P&Z%[P&[%[P&]%[P&^%[P&_%[P&`%[P&a%[P&b%[P&c%[P&d%[P&e%[P&f%[P&g%[P&h%[P&i%[P&j%[P&k%[P&l%[P&m%[P&n%[P&o%[P&p%[P&q%[P&r%[P&s%[P&t%[P&u%[P&v%[P&w%[P&x%[P&y%[P&z%[P&{%[P&|%[P&}%[P'O%[P'P%[P'Q%[P'R%[P'S%[P'T%[P'U%[P'V%[P'W%[P'X%[P'_%[P~O%S$YO%T$YO%X$cO%]$XO%^$XO%_$YO&|$^O&}$]O'Z$_O'[$`O~O%S$YO%T$YO%X$iO%]$XO%^$XO%_$YO&|$^O&}$]O'Z$_O'[$`O~O%SSO%TSO%]$kO%^$kO%_SO~Om$lOn$lO~P?TO%Z$oO~P0_O!P#_OU$qaV$qah$qai$qaj$qao$qap$qa!X$qa!Y$qa!Z$qa![$qa!]$qa!^$qa!_$qa!`$qa!a$qa!b$qa!c$qa!d$qa!e$qa${$qa%R$qa'Y$qa%Z$qa%Y$qa~O!e$pO$v$pO$w$pO$x$pO~O!e$pO$v$pO$w$pO$x$pO%Y$sO'`$uO~Oz$wO|#lO%Z$vO~O%Y$xO%Z$zO~P0_O%X$|O~O%X$}O~O%X%OO~OW!SXX!SXY!SXZ!SX[!SX]!SX^!SX_!SX`!SXa!SXb!SXc!SXd!SXe!SXk!SXl!SX|!SX!i!SX%S!SX%T!SX%X!SX%]!SX%^!SX%_!SX%`!SX%a!SX%b!SX%c!SX%d!SX%e!SX%f!SX%g!SX%h!SX%i!SX%j!SX%k!SX%l!SX%m!SX%n!SX%o!SX%p!SX%q!SX%r!SX%s!SX%t!SX%u!SX%v!SX%w!SX%x!SX%y!SX%z!SX%{!SX%|!SX%}!SX&O!SX&P!SX&Q!SX&R!SX&S!SX&T!SX&U!SX&V!SX&W!SX&X!SX&Y!SX&Z!SX&[!SX&]!SX&^!SX&_!SX&`!SX&a!SX&b!SX&c!SX&d!SX&e!SX&f!SX&g!SX&h!SX&i!SX&j!SX&k!SX&l!SX&m!SX&n!SX&o!SX&p!SX&q!SX&r!SX&s!SX&t!SX&u!SX&v!SX&w!SX&x!SX&y!SX&z!SX&{!SX&|!SX&}!SX'O!SX'P!SX'Q!SX'R!SX'S!SX'T!SX'U!SX'V!SX'W!SX'X!SX'_!SX~Os#{O~PCTOr#zO~PCTOq#yOr#zOs#{OW%[XX%[XY%[XZ%[X[%[X]%[X^%[X_%[X`%[Xa%[Xb%[Xc%[Xd%[Xe%[Xk%[Xl%[X|%[X!i%[X%S%[X%T%[X%X%[X%]%[X%^%[X%_%[X%`%[X%a%[X%b%[X%c%[X%d%[X%e%[X%f%[X%g%[X%h%[X%i%[X%j%[X%k%[X%l%[X%m%[X%n%[X%o%[X%p%[X%q%[X%r%[X%s%[X%t%[X%u%[X%v%[X%w%[X%x%[X%y%[X%z%[X%{%[X%|%[X%}%[X&O%[X&P%[X&Q%[X&R%[X&S%[X&T%[X&U%[X&V%[X&W%[X&X%[X&Y%[X&Z%[X&[%[X&]%[X&^%[X&_%[X&`%[X&a%[X&b%[X&c%[X&d%[X&e%[X&f%[X&g%[X&h%[X&i%[X&j%[X&k%[X&l%[X&m%[X&n%[X&o%[X&p%[X&q%[X&r%[X&s%[X&t%[X&u%[X&v%[X&w%[X&x%[X&y%[X&z%[X&{%[X&|%[X&}%[X'O%[X'P%[X'Q%[X'R%[X'S%[X'T%[X'U%[X'V%[X'W%[X'X%[X'_%[X~OQ#xOR#xO~PJpO!P%XO!X%XO!Y%XO!Z%XO![%YO!]%YO']%ZO'^%[O~O%X%^O~O%X%_O~O%X%bO~O%X%cO~O%S#^O%T#^O%_#^O~O%X%eO~O|%fO~O|%gO~Oz#mO|#lO'`%jO~O%Y%kO'`%jO~O%Y%mO%Z%oO~O%Y$xO%Z%rO~OS%sOT%sOW!RaX!RaY!RaZ!Ra[!Ra]!Ra^!Ra_!Ra`!Raa!Rab!Rac!Rad!Rae!Rak!Ral!Raq!Rar!Ras!Ra|!Ra!i!Ra%S!Ra%T!Ra%X!Ra%]!Ra%^!Ra%_!Ra%`!Ra%a!Ra%b!Ra%c!Ra%d!Ra%e!Ra%f!Ra%g!Ra%h!Ra%i!Ra%j!Ra%k!Ra%l!Ra%m!Ra%n!Ra%o!Ra%p!Ra%q!Ra%r!Ra%s!Ra%t!Ra%u!Ra%v!Ra%w!Ra%x!Ra%y!Ra%z!Ra%{!Ra%|!Ra%}!Ra&O!Ra&P!Ra&Q!Ra&R!Ra&S!Ra&T!Ra&U!Ra&V!Ra&W!Ra&X!Ra&Y!Ra&Z!Ra&[!Ra&]!Ra&^!Ra&_!Ra&`!Ra&a!Ra&b!Ra&c!Ra&d!Ra&e!Ra&f!Ra&g!Ra&h!Ra&i!Ra&j!Ra&k!Ra&l!Ra&m!Ra&n!Ra&o!Ra&p!Ra&q!Ra&r!Ra&s!Ra&t!Ra&u!Ra&v!Ra&w!Ra&x!Ra&y!Ra&z!Ra&{!Ra&|!Ra&}!Ra'O!Ra'P!Ra'Q!Ra'R!Ra'S!Ra'T!Ra'U!Ra'V!Ra'W!Ra'X!Ra'_!Ra~Oq#yOr#zOs#{OW%[aX%[aY%[aZ%[a[%[a]%[a^%[a_%[a`%[aa%[ab%[ac%[ad%[ae%[ak%[al%[a|%[a!i%[a%S%[a%T%[a%X%[a%]%[a%^%[a%_%[a%`%[a%a%[a%b%[a%c%[a%d%[a%e%[a%f%[a%g%[a%h%[a%i%[a%j%[a%k%[a%l%[a%m%[a%n%[a%o%[a%p%[a%q%[a%r%[a%s%[a%t%[a%u%[a%v%[a%w%[a%x%[a%y%[a%z%[a%{%[a%|%[a%}%[a&O%[a&P%[a&Q%[a&R%[a&S%[a&T%[a&U%[a&V%[a&W%[a&X%[a&Y%[a&Z%[a&[%[a&]%[a&^%[a&_%[a&`%[a&a%[a&b%[a&c%[a&d%[a&e%[a&f%[a&g%[a&h%[a&i%[a&j%[a&k%[a&l%[a&m%[a&n%[a&o%[a&p%[a&q%[a&r%[a&s%[a&t%[a&u%[a&v%[a&w%[a&x%[a&y%[a&z%[a&{%[a&|%[a&}%[a'O%[a'P%[a'Q%[a'R%[a'S%[a'T%[a'U%[a'V%[a'W%[a'X%[a'_%[a~O!P#_OU!Oqh!Oqi!Oqj!Oqo!Oqp!Oq![!Oq!]!Oq!^!Oq!_!Oq!`!Oq!a!Oq!b!Oq!c!Oq!d!Oq!e!Oq${!Oq%R!Oq'Y!Oq%Z!Oq%Y!Oq~OV!Oq!X!Oq!Y!Oq!Z!Oq~P!5uOV#_O!X#_O!Y#_O!Z#_O~P!5uOV#_O!P#_O!X#_O!Y#_O!Z#_O![#`O!]#`OU!Oqh!Oqi!Oqj!Oqo!Oqp!Oq${!Oq%R!Oq'Y!Oq%Z!Oq%Y!Oq~O!^!Oq!_!Oq!`!Oq!a!Oq!b!Oq!c!Oq!d!Oq!e!Oq~P!7}O!^#aO!_#aO!`#aO!a#aO!b#aO!c#aO!d#aO!e#aO~P!7}OV#_Oh#bOj#bO!P#_O!X#_O!Y#_O!Z#_O![#`O!]#`O!^#aO!_#aO!`#aO!a#aO!b#aO!c#aO!d#aO!e#aO~OU!Oqi!Oqo!Oqp!Oq${!Oq%R!Oq'Y!Oq%Z!Oq%Y!Oq~P!:cO']%{O~P=qO!X$da!Y$da!Z$da![$da!]$da']$da~O!P%XO'^$da~P!<bO%Z%|O~O!P&jO!X&jO!Y&jO!Z&jO![&kO!]&kO~O%Z%|O~P!=VO%Z&PO~O%Z&PO~P!=VO%Z&RO~O!e$pO$v$pO$w$pO$x$pO%Y%Qa'`%Qa~Oz#mO|#lO'`&SO~Oz&UO|#lO%Z&VO~O%Y&WO%Z&VO~O%Y%Pa%Z%Pa~P0_O%X#rOW!RiX!RiY!RiZ!Ri[!Ri]!Ri^!Ri_!Ri`!Ria!Rib!Ric!Rid!Rie!Rik!Ril!Riq!Rir!Ris!Ri|!Ri!i!Ri%S!Ri%T!Ri%]!Ri%^!Ri%_!Ri%`!Ri%a!Ri%b!Ri%c!Ri%d!Ri%e!Ri%f!Ri%g!Ri%h!Ri%i!Ri%j!Ri%k!Ri%l!Ri%m!Ri%n!Ri%o!Ri%p!Ri%q!Ri%r!Ri%s!Ri%t!Ri%u!Ri%v!Ri%w!Ri%x!Ri%y!Ri%z!Ri%{!Ri%|!Ri%}!Ri&O!Ri&P!Ri&Q!Ri&R!Ri&S!Ri&T!Ri&U!Ri&V!Ri&W!Ri&X!Ri&Y!Ri&Z!Ri&[!Ri&]!Ri&^!Ri&_!Ri&`!Ri&a!Ri&b!Ri&c!Ri&d!Ri&e!Ri&f!Ri&g!Ri&h!Ri&i!Ri&j!Ri&k!Ri&l!Ri&m!Ri&n!Ri&o!Ri&p!Ri&q!Ri&r!Ri&s!Ri&t!Ri&u!Ri&v!Ri&w!Ri&x!Ri&y!Ri&z!Ri&{!Ri&|!Ri&}!Ri'O!Ri'P!Ri'Q!Ri'R!Ri'S!Ri'T!Ri'U!Ri'V!Ri'W!Ri'X!Ri'_!Ri~O%Z&ZO~O%Z&[O~O%Z&]O~O!X$di!Y$di!Z$di![$di!]$di']$di~O!P%XO'^$di~P!GYO!P%XO!X%XO!Y%XO!Z%XO![$di!]$di']$di'^$di~O']&^O~P!=VO%Y&_O~P!=VO!P&jO%Z$da%Y$da~P!<bO%Y&bO~P!=VOz#mO|#lO~Oz&UO|#lO%Z&cO~O!P&jO%Z$di%Y$di~P!GYO!P&jO!X&jO!Y&jO!Z&jO![$di!]$di%Z$di']$di%Y$di~Oz&UO|#lO~O%Z&gO~P!=VO%Z&hO~P!=VO",
goto: ".b%]PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP%^%j%v%|P&VP&g%^P&p&w'R'a'k(T(bPPPPPPPPPPPPP%^(o({P({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({({%^)X*T*w*w+]+]+q%^,V%^%^%^%^%^%^,],l,tPPP,l%^P,{P-O-U-[PPPPP-cPPP.Re^OXY#Z$S$T$U$V$W$xeROXY#Z$S$T$U$V$W$xQ#[RR#v#]Q#s#YQ${#xR&Y%sQ#nZQ$w#rU%h$s%k&TV&U%m&W&dQ#]RQ#iWR#v#[Z$R#_#`#a#b#cY$Q#_#`#a#b#cR%R$RY$P#_#`#a#b#cS%Q$Q$RR%w%Ra#|#_#`#a#b#c$Q$R%Rd^OXY#Z$S$T$U$V$W$xQ$m#hQ%t$|Q%u$}R%v%O`#}#_#`#a#b#c$Q$R%RR%P$O`$O#_#`#a#b#c$Q$R%RR%P#}eWOXY#Z$S$T$U$V$W$xeVOXY#Z$S$T$U$V$W$xQ$Z#dQ%]$[Q%`$cQ%d$iQ%x%XQ%y%YQ%z%[Q%}%_Q&O&iQ&Q%cQ&`&jQ&a&kQ&e&_R&f&bdYOXY#Z$S$T$U$V$W$xW$[#d$[%X%YS$e#e$ee&i$c$i%[%_%c&_&b&i&j&kl$a#d$[$c$i%X%Y%[%_%c&_&b&i&j&kT$g#e$el$b#d$[$c$i%X%Y%[%_%c&_&b&i&j&kT$h#e$el$d#d$[$c$i%X%Y%[%_%c&_&b&i&j&kT$j#e$eQ$f#eR%a$ed]OXY#Z$S$T$U$V$W$xR#q[Q#pZV%i$s%k&TQ$q#mT$r#n%hR$n#hQ%n$wR&X%nQ$y#uR%q$yS$t#n#pR%l$tQUOQ#jXQ#kYQ#u#ZQ%S$SQ%T$TQ%U$UQ%V$VQ%W$WR%p$xQ$S#_Q$T#`Q$U#aQ$V#bR$W#c",
nodeNames: "\u26a0 Bool Ignoring On GroupLeft GroupRight Offset Atan2 Avg Bottomk Count CountValues Group Max Min Quantile LimitK LimitRatio Stddev Stdvar Sum Topk By Without And Or Unless StartFn EndFn AtStart AtEnd Smoothed Anchored Fill FillLeft FillRight LineComment PromQL AggregateExpr AggregateOp AggregateModifier GroupingLabels LabelName QuotedLabelName StringLiteral FunctionCallBody BinaryExpr Pow BoolModifier MatchingModifierClause FillModifier FillClause NumberDurationLiteral FillLeftClause FillRightClause Mul Div Mod Add Sub Eql Gte Gtr TrimUpper TrimLower Lte Lss Neq FunctionCall FunctionIdentifier AbsentOverTime Identifier Absent Abs Acos Acosh Asin Asinh Atan Atanh AvgOverTime Ceil Changes Clamp ClampMax ClampMin Cos Cosh CountOverTime DaysInMonth DayOfMonth DayOfWeek DayOfYear Deg Delta Deriv Exp FirstOverTime Floor HistogramCount HistogramFraction HistogramQuantile HistogramQuantiles HistogramStdDev HistogramStdVar HistogramSum HistogramAvg DoubleExponentialSmoothing Hour Idelta Increase Info Irate LabelReplace LabelJoin LastOverTime Ln Log10 Log2 MadOverTime MaxOverTime MinOverTime TsOfFirstOverTime TsOfMaxOverTime TsOfMinOverTime TsOfLastOverTime Minute Month Pi PredictLinear PresentOverTime QuantileOverTime Rad Rate Resets Round Scalar Sgn Sin Sinh Sort SortDesc SortByLabel SortByLabelDesc StartTimestamp Range Step Sqrt StddevOverTime StdvarOverTime SumOverTime Tan Tanh Timestamp Time Vector Year MatrixSelector DurationExpr UnaryOp DurationStep DurationRange DurationMinOf DurationMaxOf NumberDurationLiteralInDurationContext OffsetExpr OffsetDurationExpr AnchoredExpr SmoothedExpr ParenExpr SubqueryExpr UnaryExpr VectorSelector LabelMatchers UnquotedLabelMatcher MatchOp EqlSingle EqlRegex NeqRegex QuotedLabelMatcher StepInvariantExpr At AtModifierPreprocessors MetricName",
maxTerm: 292,
nodeProps: [
["group", -14, 38, 44, 46, 52, 68, 157, 165, 167, 168, 169, 170, 171, 172, 180, "Expr"]
],
propSources: [promQLHighLight],
skippedNodes: [0, 36],
repeatNodeCount: 3,
tokenData: "4{~RwX^#lpq#lqr$ars$tst&luv'Twx'Yxy({yz)Qz{)V{|)[|})c}!O)h!O!P)o!P!Q*u!Q!R*z!R![+u![!]1O!^!_1z!_!`2a!`!a2v!b!c3]!c!}3b!}#O3x#P#Q3}#Q#R4S#R#S3b#S#T4X#T#o3b#o#p4q#q#r4v#y#z#l$f$g#l#BY#BZ#l$IS$I_#l$I|$JO#l$JT$JU#l$KV$KW#l&FU&FV#l~#qY%V~X^#lpq#l#y#z#l$f$g#l#BY#BZ#l$IS$I_#l$I|$JO#l$JT$JU#l$KV$KW#l&FU&FV#l~$dQ!_!`$j#r#s$o~$oO!e~~$tO$x~~$yW|~OY$tZr$trs%cs#O$t#O#P%h#P;'S$t;'S;=`&f<%lO$t~%hO|~~%kRO;'S$t;'S;=`%t;=`O$t~%yX|~OY$tZr$trs%cs#O$t#O#P%h#P;'S$t;'S;=`&f;=`<%l$t<%lO$t~&iP;=`<%l$t~&qSt~OY&lZ;'S&l;'S;=`&}<%lO&l~'QP;=`<%l&l~'YO!Z~~'_W|~OY'YZw'Ywx%cx#O'Y#O#P'w#P;'S'Y;'S;=`(u<%lO'Y~'zRO;'S'Y;'S;=`(T;=`O'Y~(YX|~OY'YZw'Ywx%cx#O'Y#O#P'w#P;'S'Y;'S;=`(u;=`<%l'Y<%lO'Y~(xP;=`<%l'Y~)QO%X~~)VO%Z~~)[O!X~V)cO%^P![U~)hO%Y~V)oO%]P!]U~)rP!Q![)u~)zS%_~!Q![)u!g!h*W#R#S)o#X#Y*W~*ZR{|*d}!O*d!Q![*j~*gP!Q![*j~*oQ%_~!Q![*j#R#S*d~*zO!Y~~+P[%_~!O!P)o!Q![+u!g!h*W#R#S,m#W#X-X#X#Y*W#[#]-p#a#b.U#g#h.x#k#l/Z#l#m0d#m#n/u~+zZ%_~!O!P)o!Q![+u!g!h*W#R#S,m#W#X-X#X#Y*W#[#]-p#a#b.U#g#h.x#k#l/Z#m#n/u~,pP!Q![,s~,xT%_~!O!P)o!Q![,s!g!h*W#R#S,m#X#Y*W~-^P%_~!Q![-a~-dS!Q![-a#[#]-p#a#b.U#g#h.x~-uP%_~!Q![-x~-{R!Q![-x#a#b.U#g#h.x~.ZQ%_~!Q![.a#g#h.s~.dR!Q![.a#a#b.m#g#h.x~.pP#g#h.s~.xO%_~~.}P%_~!Q![/Q~/TQ!Q![/Q#a#b.m~/`P%_~!Q![/c~/fT!Q![/c#W#X-X#[#]-p#a#b.U#g#h.x~/zP%_~!Q![/}~0QU!Q![/}#W#X-X#[#]-p#a#b.U#g#h.x#k#l/Z~0gR!Q![0p!c!i0p#T#Z0p~0uR%_~!Q![0p!c!i0p#T#Z0pV1VT'^S!iR!Q![1f![!]1f!c!}1f#R#S1f#T#o1fR1kT!iR!Q![1f![!]1f!c!}1f#R#S1f#T#o1f~2PQ!d~!P!Q2V!_!`2[~2[O!a~~2aO!c~~2fQ$vP!_!`2l#r#s2qQ2qO!^Q~2vO$w~~2{Q!`~!P!Q3R!_!`3W~3WO!b~~3]O!_~~3bO${~V3iT!iRzS!Q![3b![!]1f!c!}3b#R#S3b#T#o3b~3}O'Y~~4SO']~~4XO!P~~4[TO#S4X#S#T%c#T;'S4X;'S;=`4k<%lO4X~4nP;=`<%l4X~4vO'_~~4{O'`~",
tokenizers: [0, 1, 2],
topRules: { "PromQL": [0, 37], "MetricName": [1, 183] },
specialized: [{ term: 71, get: (value, stack) => (specializeIdentifier(value) << 1), external: specializeIdentifier }, { term: 71, get: (value, stack) => (extendIdentifier(value, stack) << 1) | 1, external: extendIdentifier, extend: true }, { term: 71, get: (value) => spec_Identifier[value] || -1 }],
tokenPrec: 0
});
const inf = 188, nan = 189, Bool = 1, Ignoring = 2, On = 3, GroupLeft = 4, GroupRight = 5, Offset = 6, Atan2 = 7, Avg = 8, Bottomk = 9, Count = 10, CountValues = 11, Group = 12, Max = 13, Min = 14, Quantile = 15, LimitK = 16, LimitRatio = 17, Stddev = 18, Stdvar = 19, Sum = 20, Topk = 21, By = 22, Without = 23, And = 24, Or = 25, Unless = 26, StartFn = 27, EndFn = 28, AtStart = 29, AtEnd = 30, Smoothed = 31, Anchored = 32, Fill = 33, FillLeft = 34, FillRight = 35, LineComment = 36, PromQL = 37, AggregateExpr = 38, AggregateOp = 39, AggregateModifier = 40, GroupingLabels = 41, LabelName = 42, QuotedLabelName = 43, StringLiteral = 44, FunctionCallBody = 45, BinaryExpr = 46, Pow = 47, BoolModifier = 48, MatchingModifierClause = 49, FillModifier = 50, FillClause = 51, NumberDurationLiteral = 52, FillLeftClause = 53, FillRightClause = 54, Mul = 55, Div = 56, Mod = 57, Add = 58, Sub = 59, Eql = 60, Gte = 61, Gtr = 62, TrimUpper = 63, TrimLower = 64, Lte = 65, Lss = 66, Neq = 67, FunctionCall = 68, FunctionIdentifier = 69, AbsentOverTime = 70, Identifier = 71, Absent = 72, Abs = 73, Acos = 74, Acosh = 75, Asin = 76, Asinh = 77, Atan = 78, Atanh = 79, AvgOverTime = 80, Ceil = 81, Changes = 82, Clamp = 83, ClampMax = 84, ClampMin = 85, Cos = 86, Cosh = 87, CountOverTime = 88, DaysInMonth = 89, DayOfMonth = 90, DayOfWeek = 91, DayOfYear = 92, Deg = 93, Delta = 94, Deriv = 95, Exp = 96, FirstOverTime = 97, Floor = 98, HistogramCount = 99, HistogramFraction = 100, HistogramQuantile = 101, HistogramQuantiles = 102, HistogramStdDev = 103, HistogramStdVar = 104, HistogramSum = 105, HistogramAvg = 106, DoubleExponentialSmoothing = 107, Hour = 108, Idelta = 109, Increase = 110, Info = 111, Irate = 112, LabelReplace = 113, LabelJoin = 114, LastOverTime = 115, Ln = 116, Log10 = 117, Log2 = 118, MadOverTime = 119, MaxOverTime = 120, MinOverTime = 121, TsOfFirstOverTime = 122, TsOfMaxOverTime = 123, TsOfMinOverTime = 124, TsOfLastOverTime = 125, Minute = 126, Month = 127, Pi = 128, PredictLinear = 129, PresentOverTime = 130, QuantileOverTime = 131, Rad = 132, Rate = 133, Resets = 134, Round = 135, Scalar = 136, Sgn = 137, Sin = 138, Sinh = 139, Sort = 140, SortDesc = 141, SortByLabel = 142, SortByLabelDesc = 143, StartTimestamp = 144, index_es_Range = 145, Step = 146, Sqrt = 147, StddevOverTime = 148, StdvarOverTime = 149, SumOverTime = 150, Tan = 151, Tanh = 152, Timestamp = 153, Time = 154, Vector = 155, Year = 156, MatrixSelector = 157, DurationExpr = 158, UnaryOp = 159, DurationStep = 160, DurationRange = 161, DurationMinOf = 162, DurationMaxOf = 163, NumberDurationLiteralInDurationContext = 164, OffsetExpr = 165, OffsetDurationExpr = 166, AnchoredExpr = 167, SmoothedExpr = 168, ParenExpr = 169, SubqueryExpr = 170, UnaryExpr = 171, VectorSelector = 172, LabelMatchers = 173, UnquotedLabelMatcher = 174, MatchOp = 175, EqlSingle = 176, EqlRegex = 177, NeqRegex = 178, QuotedLabelMatcher = 179, StepInvariantExpr = 180, At = 181, AtModifierPreprocessors = 182, MetricName = 183;
})
};
