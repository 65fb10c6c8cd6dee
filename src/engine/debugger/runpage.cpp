// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/runpage.h"

#include "engine/value/json.h"

namespace baton {
namespace {

constexpr std::string_view kStyle = R"(<style>
:root{color-scheme:light dark;--line:#8884;--soft:#8881;--accent:#2563eb}
body{font:15px/1.5 system-ui,sans-serif;margin:0;display:grid;grid-template:auto 1fr auto/minmax(16rem,24rem) 1fr;height:100vh}
header,footer{grid-column:1/3;padding:.6rem 1rem;border-bottom:1px solid var(--line)}footer{border:0;border-top:1px solid var(--line);font-size:13px;opacity:.8}
header{display:flex;gap:.5rem;align-items:center;flex-wrap:wrap}h1{font-size:1.1rem;margin:0 1rem 0 0}input[type=range]{flex:1;min-width:10rem}
button{font:inherit;padding:.2rem .8rem}nav,main{overflow:auto;padding:.6rem 1rem}nav{border-right:1px solid var(--line)}
nav div{display:flex;justify-content:space-between;gap:1rem;padding:.2rem .4rem;border-radius:4px;cursor:pointer}nav div.now{background:var(--soft);outline:2px solid var(--accent)}
nav small{white-space:nowrap}pre{background:var(--soft);padding:.6rem;border-radius:6px;overflow:auto;white-space:pre-wrap;word-break:break-word}.note{border-left:4px solid var(--accent);padding:.2rem .8rem}
</style>)";

constexpr std::string_view kScript = R"(<script>
const E=JSON.parse(document.getElementById('data').textContent),W=E.words,$=i=>document.getElementById(i);let at=0,chosen=null;
const cell=(tag,text,cls)=>{const e=document.createElement(tag);e.textContent=text;if(cls)e.className=cls;return e};
function state(n){const t=new Map();for(let i=0;i<n;i++){const e=E.events[i];if(e.task===undefined)continue;const k=e.w+'/'+e.slot;const o=t.get(k)||{};t.set(k,Object.assign({},o,{name:e.task||o.name},e.set));}return t}
function show(){const t=state(at),e=at?E.events[at-1]:null,now=e&&e.task!==undefined?e.w+'/'+e.slot:null,key=chosen&&t.has(chosen)?chosen:now;
$('slider').value=at;$('count').textContent=at+' / '+E.events.length;const nav=$('tasks');nav.replaceChildren(cell('h2',W.tasks));
for(const [k,v] of t){const d=cell('div','',k===now?'now':'');d.append(cell('span',v.name),cell('small',v.status||''));d.onclick=()=>{chosen=k;show()};nav.append(d)}
const m=$('main');m.replaceChildren();for(const n of E.notes)if(n.at===at){m.append(cell('h2',W.notes),cell('p',n.text,'note'))}
if(e)m.append(cell('h2',W.event),cell('p',e.time+'  '+e.kind+(e.task?'  '+e.task:'')));const v=key&&t.get(key);
if(v){m.append(cell('h2',v.name+'  '+(v.status||'')));if(v.reason)m.append(cell('p',v.reason));m.append(cell('h3',W.input),cell('pre',JSON.stringify(v.input,null,2)||''),cell('h3',W.output),cell('pre',JSON.stringify(v.output,null,2)||''))}
else if(e&&e.set)m.append(cell('pre',JSON.stringify(e.set,null,2)))}
function go(n){at=Math.max(0,Math.min(E.events.length,n));chosen=null;show()}
$('first').onclick=()=>go(0);$('back').onclick=()=>go(at-1);$('next').onclick=()=>go(at+1);$('last').onclick=()=>go(E.events.length);
$('slider').max=E.events.length;$('slider').oninput=e=>go(+e.target.value);
addEventListener('keydown',e=>{if(e.target.id==='slider')return;const d={ArrowRight:1,ArrowLeft:-1,Home:-1e9,End:1e9}[e.key];if(d)go(at+d)});go(E.events.length?1:0);
</script>)";

std::string escaped(std::string_view text)
{
    std::string made;
    for (const char c : text) {
        switch (c) {
        case '<': made += "&lt;"; break;
        case '>': made += "&gt;"; break;
        case '&': made += "&amp;"; break;
        case '"': made += "&quot;"; break;
        default: made += c;
        }
    }
    return made;
}

// Inside a script element nothing may look like its end.
std::string scriptSafe(const std::string& json)
{
    std::string made;
    made.reserve(json.size());
    for (const char c : json) {
        if (c == '<')
            made += "\\u003c";
        else
            made += c;
    }
    return made;
}

Value setOf(const Event& event, const World& world)
{
    ObjectBuilder made;
    if (const Execution* execution = isTaskEvent(event.kind) ? world.find(event.workflowId) : nullptr) {
        const TaskRun* task = execution->task(event.slot);
        if (!task)
            return Value::object();
        made.set("status", toText(task->status));
        if (event.task)
            made.set("input", task->inputData);
        for (const FieldChange& change : event.changes) {
            if (change.field == Field::OutputData)
                made.set("output", change.value);
            if (change.field == Field::InputData)
                made.set("input", change.value);
            if (change.field == Field::TaskReason)
                made.set("reason", change.value);
        }
        return std::move(made).build();
    }
    if (event.started)
        made.set("input", event.started->input);
    for (const FieldChange& change : event.changes) {
        if (change.field == Field::Output || change.field == Field::Variables || change.field == Field::WorkflowReason)
            made.set(fieldName(change.field), change.value);
    }
    return std::move(made).build();
}

std::string clockText(EpochMs milliseconds)
{
    const auto seconds = milliseconds / 1000;
    const auto two = [](EpochMs n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60);
}

}  // namespace

std::string runPage(const Journal& journal, const std::vector<MomentNote>& notes, const RunPageWords& words)
{
    World world;
    std::vector<Value> events;
    std::vector<std::size_t> shownAt(journal.size() + 1, 0);   // steps of the page up to a position
    const EpochMs start = journal.size() > 0 ? journal.event(0).at : 0;
    for (std::size_t i = 0; i < journal.size(); ++i) {
        const Event& event = journal.event(i);
        apply(world, event);
        if (!isBookkeeping(event.kind)) {
            Value made = Value::object({{"kind", toText(event.kind)}, {"time", clockText(std::max<EpochMs>(0, event.at - start))}, {"w", event.workflowId},
                                        {"set", setOf(event, world)}});
            const Execution* execution = isTaskEvent(event.kind) ? world.find(event.workflowId) : nullptr;
            if (const TaskRun* task = execution ? execution->task(event.slot) : nullptr)
                made = std::move(made).with("task", task->referenceTaskName).with("slot", event.slot);
            events.push_back(std::move(made));
        }
        shownAt[i + 1] = events.size();
    }
    std::vector<Value> remarks;
    for (const MomentNote& note : notes)
        remarks.push_back(Value::object({{"at", shownAt[std::min(note.position, journal.size())]}, {"text", note.text}}));
    const Value data = Value::object({{"events", Value::array(std::move(events))}, {"notes", Value::array(std::move(remarks))},
        {"words", Value::object({{"tasks", words.tasks}, {"event", words.event}, {"input", words.input}, {"output", words.output}, {"notes", words.notes}})}});
    const auto button = [](const char* id, const std::string& word) { return "<button id=\"" + std::string(id) + "\">" + escaped(word) + "</button>"; };
    std::string page = "<!doctype html><html><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>" + escaped(words.title) + "</title>";
    page += kStyle;
    page += "</head><body><header><h1>" + escaped(words.title) + "</h1>" + button("first", words.first) + button("back", words.back)
        + button("next", words.next) + button("last", words.last) + "<input type=\"range\" id=\"slider\" min=\"0\" aria-label=\"" + escaped(words.event)
        + "\"><span id=\"count\"></span></header><nav id=\"tasks\"></nav><main id=\"main\" aria-live=\"polite\"></main><footer>" + escaped(words.note) + "</footer>";
    page += "<script type=\"application/json\" id=\"data\">" + scriptSafe(toJson(data)) + "</script>";
    page += kScript;
    return page + "</body></html>\n";
}

}  // namespace baton
