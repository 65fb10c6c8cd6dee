// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/javascriptrealm.h"

namespace baton {

const char* javaScriptRealm()
{
    return R"js((function (global, shared) {
'use strict';
const ownKeys = Reflect.ownKeys, define = Object.defineProperty, describeProperty = Object.getOwnPropertyDescriptor;
const apply = Reflect.apply, construct = Reflect.construct, prototypeOf = Object.getPrototypeOf;
const isArray = Array.isArray, keysOf = Object.keys, quote = JSON.stringify, parse = JSON.parse, text = String;
const isSafe = Number.isSafeInteger, isFinite = Number.isFinite, sameValue = Object.is;
const classOf = Function.prototype.call.bind(Object.prototype.toString);
const join = Function.prototype.call.bind(Array.prototype.join);
const isView = ArrayBuffer.isView;
const madeByScript = Symbol('made by the script');
const kLongest = 1 << 27, kLargest = 10000000, kDeepest = 1000;

// An Error that a script makes itself has no line on the real server, one that the engine throws has.
const errors = ['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];
const OldError = global.Error;
errors.forEach(function (name) {
    const Old = global[name];
    const New = {[name]: function (message) {
        const made = construct(Old, arguments, new.target || New);
        define(made, madeByScript, {value: true});
        return made;
    }}[name];
    define(New, 'prototype', {value: Old.prototype, writable: false});
    define(New, 'length', {value: 1});
    define(Old.prototype, 'constructor', {value: New, writable: true, configurable: true});
    define(global, name, {value: New, writable: true, configurable: true});
    if (name !== 'Error')
        Object.setPrototypeOf(New, global.Error);
});

// One call of these could take all memory, or run on where no time limit reaches.
function bounded(target, name, tooMuch, message) {
    const old = target[name];
    const made = {[name](...given) {
        if (tooMuch(this, given))
            throw new global.RangeError(message);
        return apply(old, this, given);
    }}[name];
    define(target, name, {value: made, writable: true, configurable: true});
}
function isLong(list) {
    return list !== null && list !== undefined && list.length > kLargest;
}
bounded(String.prototype, 'repeat', (self, given) => text(self).length * given[0] > kLongest, 'Invalid string length');
bounded(String.prototype, 'padStart', (self, given) => given[0] > kLongest, 'Invalid string length');
bounded(String.prototype, 'padEnd', (self, given) => given[0] > kLongest, 'Invalid string length');
['fill', 'join', 'sort', 'reverse', 'splice', 'slice', 'concat', 'unshift', 'copyWithin', 'toString'].forEach(function (name) {
    bounded(Array.prototype, name, (self, given) => isLong(self) || (name === 'concat' && given.some(isLong)),
            'Invalid array length');
});
bounded(Array, 'from', (self, given) => isLong(given[0]), 'Invalid array length');

// The engine's own pattern compiler recurses without a limit.
const OldRegExp = global.RegExp;
function nestsTooDeep(source) {
    let depth = 0, deepest = 0;
    for (let i = 0; i < source.length; ++i) {
        const c = source[i];
        if (c === '\\') ++i;
        else if (c === '(') deepest = ++depth > deepest ? depth : deepest;
        else if (c === ')') --depth;
    }
    return deepest > 500 || source.length > 100000;
}
['match', 'search'].forEach(function (name) {
    bounded(String.prototype, name, (self, given) => typeof given[0] === 'string' && nestsTooDeep(given[0]),
            'Invalid regular expression: too complex');
});
const NewRegExp = function RegExp(pattern, flags) {
    if (!(pattern instanceof OldRegExp) && nestsTooDeep(text(pattern)))
        throw new SyntaxError('Invalid regular expression: too complex');
    if (!new.target)
        return flags === undefined && pattern instanceof OldRegExp ? pattern : construct(OldRegExp, [pattern, flags]);
    return construct(OldRegExp, [pattern, flags], new.target);
};
ownKeys(OldRegExp).forEach(function (name) {
    if (name !== 'prototype' && name !== 'length' && name !== 'name')
        define(NewRegExp, name, describeProperty(OldRegExp, name));
});
define(NewRegExp, 'prototype', {value: OldRegExp.prototype, writable: false});
define(NewRegExp, 'length', {value: 2});
define(OldRegExp.prototype, 'constructor', {value: NewRegExp, writable: true, configurable: true});
define(global, 'RegExp', {value: NewRegExp, writable: true, configurable: true});

// What the engine crashes in: endless recursion through proxies, members of weak collections that are gone.
delete global.Proxy;
global.WeakMap = Map;
global.WeakSet = Set;

// An assignment to an object of one's own must work although the frozen prototype has a member of that name.
function letOverride(target) {
    ownKeys(target).forEach(function (name) {
        const found = describeProperty(target, name), value = found.value;
        if (!found.writable || !found.configurable || typeof name === 'symbol')
            return;
        define(target, name, {
            get() { return value; },
            set(given) {
                if (this === target)
                    throw new TypeError('Cannot assign to read only property \'' + name + '\'');
                define(this, name, {value: given, writable: true, enumerable: true, configurable: true});
            },
            configurable: true
        });
    });
}
function freezeAll() {
    letOverride(Object.prototype);
    errors.forEach(name => letOverride(global[name].prototype));
    const seen = new Set([global]), waiting = [];
    function visit(value) {
        if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value))
            return;
        seen.add(value);
        waiting.push(value);
    }
    function visitMembers(object) {
        visit(prototypeOf(object));
        ownKeys(object).forEach(function (name) {
            const found = describeProperty(object, name);
            if (found) {
                visit(found.value);
                visit(found.get);
                visit(found.set);
            }
        });
    }
    visitMembers(global);
    [[][Symbol.iterator](), ''[Symbol.iterator](), new Map().entries(), new Set().values()].forEach(visitMembers);
    while (waiting.length > 0) {
        const object = waiting.pop();
        visitMembers(object);
        Object.freeze(object);
    }
    ownKeys(global).forEach(function (name) {
        const found = describeProperty(global, name);
        if (found.configurable)
            define(global, name, 'value' in found ? {writable: false, configurable: false} : {configurable: false});
    });
}

function isErrorMember(name) {
    return name === 'message' || name === 'stack' || name === 'fileName' || name === 'lineNumber';
}
function list(source, depth) {
    const parts = [];
    for (let i = 0; i < source.length; ++i)
        parts[i] = describe(source[i], depth);
    return '[' + join(parts, ',') + ']';
}
function number(value) {
    if (isSafe(value) && !sameValue(value, -0))
        return text(value);
    if (!isFinite(value))
        return '"' + value + '"';
    const made = sameValue(value, -0) ? '-0' : text(value);
    return made.indexOf('.') < 0 && made.indexOf('e') < 0 ? made + '.0' : made;
}
function members(source, depth) {
    const parts = [];
    if (source instanceof Map) {
        source.forEach(function (value, key) { parts[parts.length] = quote(text(key)) + ':' + describe(value, depth); });
    } else {
        const names = keysOf(source), isError = source instanceof OldError;
        for (let i = 0; i < names.length; ++i) {
            if (!isError || !isErrorMember(names[i]))
                parts[parts.length] = quote(names[i]) + ':' + describe(source[names[i]], depth);
        }
    }
    return '{' + join(parts, ',') + '}';
}
function describe(value, depth) {
    if (value === null || value === undefined)
        return 'null';
    switch (typeof value) {
    case 'boolean': return value ? 'true' : 'false';
    case 'number': return number(value);
    case 'string': return quote(value);
    case 'symbol': return '{}';
    }
    if (depth >= kDeepest)
        throw new global.RangeError('The result nests too deep');
    switch (classOf(value)) {
    case '[object String]': return quote(text(value));
    case '[object Number]': return number(+value);
    case '[object Boolean]': return text(value);
    case '[object Arguments]': return list(value, depth + 1);
    }
    return isArray(value) || (isView(value) && 'length' in value) ? list(value, depth + 1) : members(value, depth + 1);
}

function thrownText(thrown) {
    try {
        if (thrown instanceof OldError) {
            const ownName = describeProperty(thrown, 'name');
            const name = text(ownName ? thrown.name : thrown.constructor.name), message = text(thrown.message);
            if (message === 'Maximum call stack size exceeded.')
                return name + ': ' + message.slice(0, -1);
            return message === '' ? name : name + ': ' + message;
        }
        if (thrown !== null && (typeof thrown === 'object' || typeof thrown === 'function'))
            return thrown.constructor && thrown.constructor !== Object && thrown.constructor.name || 'Error';
        return text(thrown);
    } catch (e) {
        return 'Error';
    }
}
function hasNoLine(error) {
    return error[madeByScript] || text(error.fileName).indexOf('realm') >= 0;
}
function run(code, input) {
    try {
        const value = apply(code, global, [parse(input)]);
        return value !== null && (typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol')
            ? [null, describe(value, 0)] : [value];
    } catch (thrown) {
        const isError = thrown instanceof OldError;
        return [null, thrownText(thrown), isError ? hasNoLine(thrown) ? 0 : thrown.lineNumber : -1];
    }
}
if (shared)
    freezeAll();
const members0 = ownKeys(global).length, nothing = new OldRegExp('');
function tidy() {
    nothing.test('');   // RegExp.$1 and its like
    let names = ownKeys(global);
    if (names.length === members0)
        return true;
    for (let i = 0; i < names.length; ++i)
        delete_(names[i]);
    return ownKeys(global).length === members0;
}
function delete_(name) {
    try {
        delete global[name];
    } catch (e) { }   // the built-in ones stay
}
return {run, tidy};
}))js";
}

}  // namespace baton
