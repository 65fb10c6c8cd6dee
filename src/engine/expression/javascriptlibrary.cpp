// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/javascriptrealm.h"

namespace baton {

// What ECMAScript has had since 2019 and QJSEngine 6.4 does not know. Syntax cannot be added this way.
const char* javaScriptLibrary()
{
    return R"js((function (global) {
'use strict';
function add(target, methods) {
    Object.getOwnPropertyNames(methods).forEach(function (name) {
        if (!Object.prototype.hasOwnProperty.call(target, name))
            Object.defineProperty(target, name, {value: methods[name], writable: true, configurable: true});
    });
}
function place(index, length) {
    index = Math.trunc(Number(index)) || 0;
    return index < 0 ? index + length : index;
}
function flatten(source, depth, into) {
    for (var i = 0; i < source.length; ++i) {
        if (!(i in source))
            continue;
        if (depth >= 1 && Array.isArray(source[i]))
            flatten(source[i], depth - 1, into);
        else
            into.push(source[i]);
    }
    return into;
}
function search(list, test, self, last, wantsIndex) {
    for (var i = last ? list.length - 1 : 0; last ? i >= 0 : i < list.length; last ? --i : ++i) {
        if (test.call(self, list[i], i, list))
            return wantsIndex ? i : list[i];
    }
    return wantsIndex ? -1 : undefined;
}
function callable(f) {
    if (typeof f !== 'function')
        throw new TypeError(String(f) + ' is not a function');
    return f;
}
add(Array.prototype, {
    at(index) { return this[place(index, this.length)]; },
    flat(depth) { return flatten(this, depth === undefined ? 1 : Number(depth), []); },
    flatMap(f, self) { return flatten(Array.prototype.map.call(this, callable(f), self), 1, []); },
    findLast(f, self) { return search(this, callable(f), self, true, false); },
    findLastIndex(f, self) { return search(this, callable(f), self, true, true); },
    toReversed() { return Array.from(this).reverse(); },
    toSorted(compare) { return Array.from(this).sort(compare); },
    toSpliced(start, count, ...items) {
        var copy = Array.from(this);
        if (arguments.length === 1)
            copy.splice(start);
        else if (arguments.length > 1)
            copy.splice(start, count, ...items);
        return copy;
    },
    with(index, value) {
        var copy = Array.from(this), at = place(index, copy.length);
        if (at < 0 || at >= copy.length)
            throw new RangeError('Invalid index');
        copy[at] = value;
        return copy;
    }
});
function trim(text, pattern) {
    if (text === undefined || text === null)
        throw new TypeError('String.prototype.trim called on null or undefined');
    return String(text).replace(pattern, '');
}
function expand(pattern, match, position, text) {
    return pattern.replace(/\$([$&`'])/g, function (all, which) {
        return which === '$' ? '$' : which === '&' ? match : which === '`' ? text.slice(0, position)
            : text.slice(position + match.length);
    });
}
add(String.prototype, {
    at(index) { return String(this)[place(index, String(this).length)]; },
    trimStart() { return trim(this, /^\s+/); },
    trimEnd() { return trim(this, /\s+$/); },
    trimLeft() { return trim(this, /^\s+/); },
    trimRight() { return trim(this, /\s+$/); },
    replaceAll(what, by) {
        var text = String(this);
        if (what instanceof RegExp) {
            if (!what.global)
                throw new TypeError('replaceAll must be called with a global RegExp');
            return text.replace(what, by);
        }
        what = String(what);
        var made = '', done = 0;
        for (var at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + (what.length || 1))) {
            made += text.slice(done, at)
                + (typeof by === 'function' ? String(by(what, at, text)) : expand(String(by), what, at, text));
            done = at + what.length;
            if (!what.length && at >= text.length)
                break;
        }
        return made + text.slice(done);
    },
    matchAll(pattern) {
        if (!(pattern instanceof RegExp))
            pattern = new RegExp(pattern, 'g');
        else if (!pattern.global)
            throw new TypeError('matchAll must be called with a global RegExp');
        var text = String(this), copy = new RegExp(pattern.source, pattern.flags), found = [], match;
        copy.lastIndex = pattern.lastIndex;
        while ((match = copy.exec(text)) !== null) {
            found.push(match);
            if (match[0] === '')
                ++copy.lastIndex;
        }
        return found[Symbol.iterator]();
    }
});
add(Object, {
    fromEntries(entries) {
        var made = {};
        for (var entry of entries)
            Object.defineProperty(made, entry[0], {value: entry[1], writable: true, enumerable: true, configurable: true});
        return made;
    },
    hasOwn(object, name) { return Object.prototype.hasOwnProperty.call(Object(object), name); },
    groupBy(items, key) {
        var made = Object.create(null), i = 0;
        for (var item of items) {
            var name = key(item, i++);
            (made[name] || (made[name] = [])).push(item);
        }
        return made;
    }
});
Object.defineProperty(global, 'globalThis', {value: global, writable: true, configurable: true});
}))js";
}

}  // namespace baton
