// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/expression/evaluator.h"
#include "engine/expression/javascriptrealm.h"
#include "engine/expression/scriptshape.h"
#include "engine/expression/watchdog.h"
#include "engine/value/json.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtQml/QJSEngine>
#include <QtQml/QJSValue>

#include <cmath>
#include <functional>
#include <mutex>
#include <string>
#include <unordered_map>

namespace baton {

namespace {

constexpr std::size_t kMaxScript = 1'000'000;
constexpr int kMaxDepth = 1000;
constexpr std::size_t kMaxCompiled = 512;
constexpr int kMaxEvals = 20'000;
constexpr double kBeyondInteger = 0x1p63;

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// A call with millions of arguments needs a bigger stack than the engine makes for itself, and it does not check.
void raiseStackSize()
{
    static std::once_flag once;
    std::call_once(once, [] {
        if (!qEnvironmentVariableIsSet("QV4_JS_MAX_STACK_SIZE"))
            qputenv("QV4_JS_MAX_STACK_SIZE", "268435456");
    });
}

/// A QJSEngine made ready for scripts that must not see each other.
class Realm {
public:
    explicit Realm(bool shared)
    {
        QJSValue global = m_engine.globalObject();
        m_engine.evaluate(QString::fromUtf8(javaScriptLibrary())).call({global});
        const QJSValue realm = m_engine.evaluate(QString::fromUtf8(javaScriptRealm()), QStringLiteral("realm"));
        const QJSValue made = realm.call({global, QJSValue(shared)});
        m_run = made.property(QStringLiteral("run"));
        m_tidy = made.property(QStringLiteral("tidy"));
    }

    [[nodiscard]] QJSEngine& engine() noexcept { return m_engine; }
    [[nodiscard]] bool works() const { return m_run.isCallable() && m_tidy.isCallable(); }
    [[nodiscard]] QJSValue run(const QJSValue& code, const QString& input) { return m_run.call({code, QJSValue(input)}); }
    [[nodiscard]] bool tidy() { return m_tidy.call().toBool(); }

private:
    QJSEngine m_engine;
    QJSValue m_run;
    QJSValue m_tidy;
};

Error scriptError(std::string message, int line)
{
    return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .line = line};
}

Error syntaxError(const QJSValue& error)
{
    const int line = error.property(QStringLiteral("lineNumber")).toInt();
    return scriptError(error.toString().toStdString(), line > 0 ? line : 1);
}

Value toValue(double number)
{
    if (std::isnan(number))
        return Value("NaN");
    if (std::isinf(number))
        return Value(number > 0 ? "Infinity" : "-Infinity");
    const bool fits = number >= -kBeyondInteger && number < kBeyondInteger;
    const bool isMinusZero = std::signbit(number) && !(number < 0);
    return fits && !isMinusZero && !(std::trunc(number) < number) && !(std::trunc(number) > number)
        ? Value(static_cast<std::int64_t>(number)) : Value(number);
}

// The realm leaves whole numbers that scripts cannot count by decimal, as their digits are not all known there.
Value withWholeNumbers(const Value& value)
{
    if (value.isDecimal())
        return toValue(value.asDecimal());
    if (value.isArray()) {
        std::vector<Value> items;
        for (const Value& item : value.items())
            items.push_back(withWholeNumbers(item));
        return Value::array(std::move(items));
    }
    if (!value.isObject())
        return value;
    ObjectBuilder made(value.size());
    for (const Member& member : value.members())
        made.set(member.key, withWholeNumbers(member.value));
    return std::move(made).build();
}

Result<Value> describedValue(const QString& json)
{
    Result<Value> value = parseJson(json.toStdString());
    return value && json.contains(QStringLiteral(".0")) ? withWholeNumbers(*value) : value;
}

class JavaScript final : public ScriptEvaluator {
public:
    explicit JavaScript(ScriptLimits limits) : m_limits(limits), m_watchdog(limits.time) { }

    Result<Value> evaluate(std::string_view script, const Value& input) override;
    Status check(std::string_view script) override;

private:
    struct Compiled {
        QJSValue code;
        bool isCached = false;   // else it compiles the script anew at each call
        bool mayLeaveTraces = true;
    };
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    [[nodiscard]] static Status refuse(std::string_view script, const ScriptShape& shape);
    Status prepare();
    Result<Compiled> compile(Realm& realm, std::string_view script, const ScriptShape& shape);
    Status compileOnly(Realm& realm, const QString& script);
    Result<Value> run(std::unique_ptr<Realm>& realm, std::string_view script, const Compiled& compiled, const Value& input);
    [[nodiscard]] int lineOfThrow(Realm& realm, const QString& script, const QString& input);
    Result<Value> evaluateAlone(std::string_view script, const ScriptShape& shape, const Value& input);
    [[nodiscard]] Error timeOut() const;
    void forgetRealm();

    ScriptLimits m_limits;
    Watchdog m_watchdog;
    std::unique_ptr<Realm> m_realm;
    std::unordered_map<std::string, Compiled, Hash, std::equal_to<>> m_compiled;   // of m_realm
    int m_evals = 0;
};

Status JavaScript::refuse(std::string_view script, const ScriptShape& shape)
{
    if (script.size() > kMaxScript || shape.depth > kMaxDepth)
        return Error {.code = ErrorCode::Unsupported, .message = "The script is too long or nests too deep"};
    if (shape.usesGenerators) {
        return Error {.code = ErrorCode::Unsupported, .message = "Generators (yield) are not supported in scripts",
                      .hint = "Collect the values in an array"};
    }
    return {};
}

Status JavaScript::prepare()
{
    if (QCoreApplication::instance() == nullptr)
        return Error {.code = ErrorCode::Unavailable, .message = "JavaScript needs a QCoreApplication"};
    if (m_evals >= kMaxEvals)
        forgetRealm();   // what eval compiled is not given back
    if (!m_realm) {
        raiseStackSize();
        m_realm = std::make_unique<Realm>(true);
    }
    if (!m_realm->works())
        return Error {.code = ErrorCode::Internal, .message = "The script engine could not be set up"};
    return {};
}

void JavaScript::forgetRealm()
{
    m_compiled.clear();
    m_realm.reset();
    m_evals = 0;
}

// Compiled as the real server would, but left before its first statement.
Status JavaScript::compileOnly(Realm& realm, const QString& script)
{
    const QJSValue code = realm.engine().evaluate(QStringLiteral("(function ($) { return eval($) })"));
    const QJSValue ended = code.call({QJSValue(QStringLiteral("throw 0;") + script)});
    if (ended.isError())
        return syntaxError(ended);
    return {};
}

Result<JavaScript::Compiled> JavaScript::compile(Realm& realm, std::string_view script, const ScriptShape& shape)
{
    const QString text = toQString(script);
    if (Status sound = compileOnly(realm, text); !sound)
        return std::move(sound).error();
    const QString fileName = QStringLiteral("inline");
    if (shape.hasTail && !shape.keepsState) {
        const QString prefix = toQString(script.substr(0, shape.tailBegin));
        const QString tail = toQString(script.substr(shape.tailBegin, shape.tailEnd - shape.tailBegin));
        const QJSValue code = realm.engine().evaluate(
            QStringLiteral("(function ($) {") + prefix + QStringLiteral("return (") + tail + QStringLiteral(")})"), fileName);
        if (code.isCallable())
            return Compiled {code, true, shape.mayLeaveTraces};
    }
    const QJSValue code = realm.engine().evaluate(QStringLiteral("(function (text, $) { return eval(text) })"));
    const QJSValue bind = realm.engine().evaluate(QStringLiteral(
        "(function (code, text) { return function ($) { return code.call(this, text, $) } })"));
    return Compiled {bind.call({code, QJSValue(text)}), false};
}

// What changes built-in objects gets an engine of its own.
Result<Value> JavaScript::evaluateAlone(std::string_view script, const ScriptShape& shape, const Value& input)
{
    raiseStackSize();
    auto realm = std::make_unique<Realm>(false);
    const Result<Compiled> compiled = compile(*realm, script, shape);
    return compiled ? run(realm, script, *compiled, input) : Result<Value>(compiled.error());
}

Error JavaScript::timeOut() const
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_limits.time).count();
    return {.code = ErrorCode::Timeout, .message = "Script not evaluated within " + std::to_string(seconds) + " seconds, interrupted."};
}

// Only a value that is no Error comes without its line; the script is run once more where the engine tells it.
int JavaScript::lineOfThrow(Realm& realm, const QString& script, const QString& input)
{
    QStringList trace;
    QJSEngine& engine = realm.engine();
    const QString again = QStringLiteral("(function ($) {") + script + QStringLiteral("\n})(JSON.parse(")
        + engine.evaluate(QStringLiteral("JSON.stringify")).call({QJSValue(input)}).toString() + QStringLiteral("))");
    static_cast<void>(engine.evaluate(again, QStringLiteral("inline"), 1, &trace));
    for (const QString& frame : trace) {   // function:line:column:file
        if (frame.endsWith(QLatin1String("inline")))
            return frame.section(QLatin1Char(':'), 1, 1).toInt();
    }
    return 1;
}

Result<Value> JavaScript::run(std::unique_ptr<Realm>& realm, std::string_view script, const Compiled& compiled,
                              const Value& input)
{
    const QString json = toQString(toJson(input));
    QJSEngine& engine = realm->engine();
    m_watchdog.start([&engine] { engine.setInterrupted(true); });
    const QJSValue made = realm->run(compiled.code, json);
    const bool hasThrown = made.isArray() && made.property(2).isNumber();
    int line = hasThrown ? made.property(2).toInt() : 0;
    if (line < 0)
        line = lineOfThrow(*realm, toQString(script), json);
    if (m_watchdog.stop()) {
        realm.reset();
        return timeOut();
    }
    m_evals += compiled.isCached ? 0 : 1;
    Result<Value> result = Value();
    if (!made.isArray())
        result = scriptError(made.toString().toStdString(), 0);
    else if (hasThrown)
        result = scriptError(made.property(1).toString().toStdString(), line);
    else if (made.property(1).isString())
        result = describedValue(made.property(1).toString());
    else if (const QJSValue value = made.property(0); value.isNumber())
        result = toValue(value.toNumber());
    else if (value.isString())
        result = Value(value.toString().toStdString());
    else if (value.isBool())
        result = Value(value.toBool());
    if (compiled.mayLeaveTraces && !realm->tidy())
        realm.reset();
    return result;
}

Result<Value> JavaScript::evaluate(std::string_view script, const Value& input)
{
    if (Status ready = prepare(); !ready)
        return std::move(ready).error();
    auto known = m_compiled.find(script);
    if (known == m_compiled.end()) {
        const ScriptShape shape = shapeOf(script);
        if (Status refused = refuse(script, shape); !refused)
            return std::move(refused).error();
        if (shape.touchesBuiltins)
            return evaluateAlone(script, shape, input);
        Result<Compiled> compiled = compile(*m_realm, script, shape);
        if (!compiled)
            return std::move(compiled).error();
        if (m_compiled.size() >= kMaxCompiled)
            m_compiled.clear();
        known = m_compiled.emplace(script, std::move(compiled).value()).first;
    }
    Result<Value> result = run(m_realm, script, known->second, input);
    if (!m_realm)
        forgetRealm();
    return result;
}

Status JavaScript::check(std::string_view script)
{
    if (Status ready = prepare(); !ready)
        return ready;
    if (Status refused = refuse(script, shapeOf(script)); !refused)
        return refused;
    ++m_evals;
    return compileOnly(*m_realm, toQString(script));
}

}  // namespace

std::unique_ptr<ScriptEvaluator> makeJavaScript(ScriptLimits limits)
{
    return std::make_unique<JavaScript>(limits);
}

}  // namespace baton
