<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>GraphPainter</name>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Kết thúc</translation>
    </message>
</context>
<context>
    <name>baton::ui::AboutBox</name>
    <message>
        <source>About Baton</source>
        <translation>Giới thiệu Baton</translation>
    </message>
    <message>
        <source>Debugs, rehearses and runs Conductor workflows, with a loan-underwriting worker built in.

Applicants drawn by the program are invented; its decisions are examples and no advice.</source>
        <translation>Gỡ lỗi, chạy thử và chạy quy trình Conductor, có sẵn worker thẩm định khoản vay.

Các hồ sơ do chương trình sinh ra đều là giả định; các quyết định chỉ là ví dụ, không phải lời khuyên.</translation>
    </message>
    <message>
        <source>Apache License 2.0. Built with Qt, QScintilla, Boost, jq, yaml-cpp and libcsv; set in Inter and JetBrains Mono.</source>
        <translation>Giấy phép Apache 2.0. Xây dựng với Qt, QScintilla, Boost, jq, yaml-cpp và libcsv; phông chữ Inter và JetBrains Mono.</translation>
    </message>
    <message>
        <source>Version %1, Qt %2</source>
        <translation>Phiên bản %1, Qt %2</translation>
    </message>
    <message>
        <source>Copy version</source>
        <translation>Sao chép phiên bản</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>baton::ui::AnswerPanel</name>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết cục</translation>
    </message>
    <message>
        <source>Output as JSON</source>
        <translation>Kết quả dạng JSON</translation>
    </message>
    <message>
        <source>Reason for the failure</source>
        <translation>Lý do thất bại</translation>
    </message>
    <message>
        <source>%1 waits for an answer. No worker of this program serves %2: answer in its place.</source>
        <translation>%1 đang chờ trả lời. Không có worker nào của chương trình phục vụ %2: hãy trả lời thay.</translation>
    </message>
    <message>
        <source>The output is no JSON: line %1, column %2: %3</source>
        <translation>Kết quả không phải JSON: dòng %1, cột %2: %3</translation>
    </message>
    <message>
        <source>The output has to be a JSON object, such as {&quot;approved&quot;: true}.</source>
        <translation>Kết quả phải là một đối tượng JSON, ví dụ {&quot;approved&quot;: true}.</translation>
    </message>
</context>
<context>
    <name>baton::ui::ApplicantModel</name>
    <message>
        <source>Applicant</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>%1 (column %2)</source>
        <translation>%1 (cột %2)</translation>
    </message>
</context>
<context>
    <name>baton::ui::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
</context>
<context>
    <name>baton::ui::CasePanel</name>
    <message>
        <source>%1, version %2</source>
        <translation>%1, phiên bản %2</translation>
    </message>
    <message>
        <source>Rehearse this applicant</source>
        <translation>Chạy thử hồ sơ này</translation>
    </message>
    <message>
        <source>No applicants</source>
        <translation>Chưa có hồ sơ</translation>
    </message>
    <message>
        <source>Open a workflow first; then drop a data set (CSV) here.</source>
        <translation>Hãy mở một quy trình trước, rồi thả tập dữ liệu (CSV) vào đây.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Search, or compare: %1</source>
        <translation>Tìm, hoặc so sánh: %1</translation>
    </message>
    <message>
        <source>Search applicants</source>
        <translation>Tìm hồ sơ</translation>
    </message>
    <message>
        <source>Applicants</source>
        <translation>Hồ sơ vay</translation>
    </message>
    <message>
        <source>Rehearse the selected applicant from the start (Return)</source>
        <translation>Chạy thử hồ sơ đang chọn từ đầu (Return)</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Chính sách</translation>
    </message>
</context>
<context>
    <name>baton::ui::ChangesModel</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n thay đổi</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <translation>%1, lần thử %2</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau</translation>
    </message>
</context>
<context>
    <name>baton::ui::ChangesView</name>
    <message>
        <source>Changes of the last step</source>
        <translation>Thay đổi của bước vừa rồi</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Sao chép giá trị</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>Không có thay đổi</translation>
    </message>
    <message>
        <source>Make a step: what it changes is listed here, old beside new.</source>
        <translation>Hãy bước một bước: những gì thay đổi sẽ hiện ở đây, cũ bên cạnh mới.</translation>
    </message>
</context>
<context>
    <name>baton::ui::CommandPalette</name>
    <message>
        <source>Nothing fits. Fewer letters find more.</source>
        <translation>Không có gì phù hợp. Gõ ít chữ hơn để tìm được nhiều hơn.</translation>
    </message>
    <message>
        <source>Begin with  &gt;  for commands,  @  for tasks,  #  for applicants</source>
        <translation>Bắt đầu bằng  &gt;  cho lệnh,  @  cho tác vụ,  #  cho hồ sơ</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Bảng lệnh</translation>
    </message>
    <message>
        <source>Search commands, tasks and applicants</source>
        <translation>Tìm lệnh, tác vụ và hồ sơ</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Kết quả phù hợp</translation>
    </message>
</context>
<context>
    <name>baton::ui::DebugActions</name>
    <message>
        <source>Debug</source>
        <translation>Gỡ lỗi</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Chạy</translation>
    </message>
    <message>
        <source>Run to the end, or until a task waits for an answer</source>
        <translation>Chạy đến cuối, hoặc đến khi có tác vụ chờ trả lời</translation>
    </message>
    <message>
        <source>&amp;Back to the start</source>
        <translation>&amp;Về đầu</translation>
    </message>
    <message>
        <source>Stop running; at rest, go back to the start</source>
        <translation>Dừng chạy; nếu đang nghỉ thì quay về đầu</translation>
    </message>
    <message>
        <source>Step &amp;over</source>
        <translation>Bước &amp;qua</translation>
    </message>
    <message>
        <source>Step to the next task</source>
        <translation>Bước đến tác vụ kế tiếp</translation>
    </message>
    <message>
        <source>Step &amp;into</source>
        <translation>Bước &amp;vào</translation>
    </message>
    <message>
        <source>Step to the next event</source>
        <translation>Bước đến sự kiện kế tiếp</translation>
    </message>
    <message>
        <source>Step o&amp;ut</source>
        <translation>Bước &amp;ra</translation>
    </message>
    <message>
        <source>Run until this loop, branch or sub-workflow is left</source>
        <translation>Chạy đến khi ra khỏi vòng lặp, nhánh hoặc quy trình con này</translation>
    </message>
    <message>
        <source>Step to the next &amp;decision</source>
        <translation>Bước đến &amp;quyết định kế tiếp</translation>
    </message>
    <message>
        <source>Step to where the workflow next chooses a way</source>
        <translation>Bước đến chỗ quy trình chọn hướng đi tiếp theo</translation>
    </message>
    <message>
        <source>Run to the &amp;selected task</source>
        <translation>Chạy đến tác vụ đang &amp;chọn</translation>
    </message>
    <message>
        <source>Run until the selected task is scheduled</source>
        <translation>Chạy đến khi tác vụ đang chọn được lên lịch</translation>
    </message>
    <message>
        <source>Step b&amp;ack</source>
        <translation>Bước &amp;lùi</translation>
    </message>
    <message>
        <source>Step back to the task before; nothing runs again</source>
        <translation>Lùi về tác vụ trước; không chạy lại gì cả</translation>
    </message>
    <message>
        <source>Step back one &amp;event</source>
        <translation>Lùi một &amp;sự kiện</translation>
    </message>
    <message>
        <source>Step back one event; nothing runs again</source>
        <translation>Lùi một sự kiện; không chạy lại gì cả</translation>
    </message>
    <message>
        <source>Go to the first event</source>
        <translation>Đến sự kiện đầu tiên</translation>
    </message>
    <message>
        <source>Go to the last recorded event</source>
        <translation>Đến sự kiện cuối đã ghi</translation>
    </message>
    <message>
        <source>Select the &amp;workflow itself</source>
        <translation>Chọn chính &amp;quy trình</translation>
    </message>
    <message>
        <source>Show the workflow&apos;s own input, output and variables</source>
        <translation>Hiện đầu vào, đầu ra và biến của chính quy trình</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Dừng</translation>
    </message>
</context>
<context>
    <name>baton::ui::DockTitle</name>
    <message>
        <source>Detach or dock this panel</source>
        <translation>Tách rời hoặc gắn lại khung này</translation>
    </message>
    <message>
        <source>Close this panel</source>
        <translation>Đóng khung này</translation>
    </message>
</context>
<context>
    <name>baton::ui::Docks</name>
    <message>
        <source>Show or hide %1 (%2)</source>
        <translation>Hiện hoặc ẩn %1 (%2)</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Khung</translation>
    </message>
</context>
<context>
    <name>baton::ui::DocumentOpener</name>
    <message>
        <source>Opening the sample</source>
        <translation>Đang mở mẫu</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Đang mở %1</translation>
    </message>
    <message>
        <source>Opening the pasted text</source>
        <translation>Đang mở văn bản đã dán</translation>
    </message>
</context>
<context>
    <name>baton::ui::EventListModel</name>
    <message>
        <source>attempt %1</source>
        <translation>lần thử %1</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tác vụ</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Chi tiết</translation>
    </message>
</context>
<context>
    <name>baton::ui::EventsPanel</name>
    <message>
        <source>No events so far</source>
        <translation>Chưa có sự kiện</translation>
    </message>
    <message>
        <source>Step forward: everything that happens is recorded here.</source>
        <translation>Hãy bước tới: mọi điều xảy ra đều được ghi ở đây.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Go to this event</source>
        <translation>Đến sự kiện này</translation>
    </message>
    <message>
        <source>Filter events</source>
        <translation>Lọc sự kiện</translation>
    </message>
    <message>
        <source>Show bookkeeping events too</source>
        <translation>Hiện cả các sự kiện ghi sổ</translation>
    </message>
</context>
<context>
    <name>baton::ui::FindingModel</name>
    <message>
        <source>line %1</source>
        <translation>dòng %1</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Cảnh báo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>Way out</source>
        <translation>Cách khắc phục</translation>
    </message>
</context>
<context>
    <name>baton::ui::GraphView</name>
    <message>
        <source>Workflow graph</source>
        <translation>Đồ thị quy trình</translation>
    </message>
    <message>
        <source>No workflow yet</source>
        <translation>Chưa có quy trình</translation>
    </message>
    <message>
        <source>Open a workflow definition to see its graph here.</source>
        <translation>Mở một định nghĩa quy trình để xem đồ thị ở đây.</translation>
    </message>
    <message>
        <source>Not reached yet</source>
        <translation>Chưa đến</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n lần thử</numerusform>
        </translation>
    </message>
    <message>
        <source>Iteration %1</source>
        <translation>Vòng lặp %1</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s), none selected</source>
        <translation>
            <numerusform>%n tác vụ, chưa chọn tác vụ nào</numerusform>
        </translation>
    </message>
    <message>
        <source>Run to here</source>
        <translation>Chạy đến đây</translation>
    </message>
    <message>
        <source>Copy reference name</source>
        <translation>Sao chép tên tham chiếu</translation>
    </message>
</context>
<context>
    <name>baton::ui::InputEditor</name>
    <message>
        <source>Rehearse with this input</source>
        <translation>Chạy thử với đầu vào này</translation>
    </message>
    <message>
        <source>Input of the workflow, as JSON</source>
        <translation>Đầu vào của quy trình, dạng JSON</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Dòng %1, cột %2: %3</translation>
    </message>
    <message>
        <source>The input has to be a JSON object.</source>
        <translation>Đầu vào phải là một đối tượng JSON.</translation>
    </message>
</context>
<context>
    <name>baton::ui::InspectorPanel</name>
    <message>
        <source>Parts of the inspector</source>
        <translation>Các phần của khung chi tiết</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Đầu vào</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Đầu ra</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Biến</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>No variables</source>
        <translation>Không có biến</translation>
    </message>
    <message>
        <source>This workflow has set none up to this moment.</source>
        <translation>Đến lúc này quy trình chưa đặt biến nào.</translation>
    </message>
    <message>
        <source>No input</source>
        <translation>Không có đầu vào</translation>
    </message>
    <message>
        <source>This task was given nothing.</source>
        <translation>Tác vụ này không được giao gì.</translation>
    </message>
    <message>
        <source>No output so far</source>
        <translation>Chưa có đầu ra</translation>
    </message>
    <message>
        <source>No output</source>
        <translation>Không có đầu ra</translation>
    </message>
    <message>
        <source>This task has not ended at this moment.</source>
        <translation>Lúc này tác vụ chưa kết thúc.</translation>
    </message>
    <message>
        <source>This task ended without giving anything.</source>
        <translation>Tác vụ này kết thúc mà không trả về gì.</translation>
    </message>
    <message>
        <source>Not reached at this moment. The definition will give it:</source>
        <translation>Lúc này chưa đến. Định nghĩa sẽ giao cho nó:</translation>
    </message>
    <message>
        <source>The definition gives this task nothing.</source>
        <translation>Định nghĩa không giao gì cho tác vụ này.</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Chưa đến</translation>
    </message>
    <message>
        <source>This task has not been scheduled at this moment.</source>
        <translation>Lúc này tác vụ chưa được lên lịch.</translation>
    </message>
    <message>
        <source>This workflow was started without input.</source>
        <translation>Quy trình này được khởi động không có đầu vào.</translation>
    </message>
    <message>
        <source>A workflow gives its output when it ends.</source>
        <translation>Quy trình trả đầu ra khi kết thúc.</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Chưa chọn gì</translation>
    </message>
    <message>
        <source>Select a task in the graph to see what went in and out.</source>
        <translation>Chọn một tác vụ trên đồ thị để xem đầu vào và đầu ra.</translation>
    </message>
    <message>
        <source>Changes (%1)</source>
        <translation>Thay đổi (%1)</translation>
    </message>
</context>
<context>
    <name>baton::ui::JsonView</name>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Find in JSON</source>
        <translation>Tìm trong JSON</translation>
    </message>
    <message>
        <source>Copy all of the JSON</source>
        <translation>Sao chép toàn bộ JSON</translation>
    </message>
</context>
<context>
    <name>baton::ui::MainWindow</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Applicants</source>
        <translation>Hồ sơ vay</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Đầu vào</translation>
    </message>
    <message>
        <source>Applicant %1</source>
        <translation>Hồ sơ %1</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>chính sách %1</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n sự kiện</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Workflows and data sets (*.json *.csv *.yaml *.yml)</source>
        <translation>Quy trình và tập dữ liệu (*.json *.csv *.yaml *.yml)</translation>
    </message>
    <message>
        <source>Workflow definitions (*.json)</source>
        <translation>Định nghĩa quy trình (*.json)</translation>
    </message>
    <message>
        <source>Data sets (*.csv)</source>
        <translation>Tập dữ liệu (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Save execution</source>
        <translation>Lưu lần thực thi</translation>
    </message>
    <message>
        <source>Executions (*.json)</source>
        <translation>Lần thực thi (*.json)</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Hãy chọn thư mục khác</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Mở…</translation>
    </message>
    <message>
        <source>Open a workflow definition or a data set</source>
        <translation>Mở định nghĩa quy trình hoặc tập dữ liệu</translation>
    </message>
    <message>
        <source>Open from the &amp;clipboard</source>
        <translation>Mở từ bộ nhớ &amp;tạm</translation>
    </message>
    <message>
        <source>Open the files or the definition that were copied</source>
        <translation>Mở các tệp hoặc định nghĩa đã sao chép</translation>
    </message>
    <message>
        <source>&amp;Save execution as JSON…</source>
        <translation>&amp;Lưu lần thực thi thành JSON…</translation>
    </message>
    <message>
        <source>Save the execution at this moment as the server would show it</source>
        <translation>Lưu lần thực thi ở thời điểm này đúng như máy chủ hiển thị</translation>
    </message>
    <message>
        <source>&amp;Close workflow</source>
        <translation>Đó&amp;ng quy trình</translation>
    </message>
    <message>
        <source>Back to the start page</source>
        <translation>Về trang bắt đầu</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>T&amp;hoát</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>&amp;Bảng lệnh…</translation>
    </message>
    <message>
        <source>Search all commands, tasks and applicants</source>
        <translation>Tìm mọi lệnh, tác vụ và hồ sơ</translation>
    </message>
    <message>
        <source>&amp;Find a task</source>
        <translation>&amp;Tìm tác vụ</translation>
    </message>
    <message>
        <source>Find a task in the graph</source>
        <translation>Tìm tác vụ trên đồ thị</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Phóng to</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Th&amp;u nhỏ</translation>
    </message>
    <message>
        <source>Fi&amp;t the graph</source>
        <translation>&amp;Vừa khung đồ thị</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>Hiện toàn bộ đồ thị</translation>
    </message>
    <message>
        <source>Actual si&amp;ze</source>
        <translation>&amp;Kích thước thật</translation>
    </message>
    <message>
        <source>Follow the e&amp;xecution</source>
        <translation>Bám theo &amp;lần thực thi</translation>
    </message>
    <message>
        <source>Select the task that the last step was about</source>
        <translation>Chọn tác vụ mà bước vừa rồi liên quan</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Đặt lại bố &amp;cục</translation>
    </message>
    <message>
        <source>Put all panels back where they were at first</source>
        <translation>Đưa mọi khung về vị trí ban đầu</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>Theme: as the &amp;system</source>
        <translation>Giao diện: theo &amp;hệ thống</translation>
    </message>
    <message>
        <source>Theme: &amp;light</source>
        <translation>Giao diện: &amp;sáng</translation>
    </message>
    <message>
        <source>Theme: &amp;dark</source>
        <translation>Giao diện: tố&amp;i</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>&amp;About Baton</source>
        <translation>&amp;Giới thiệu Baton</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>Dòng thời gian</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tác vụ</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Mở &amp;gần đây</translation>
    </message>
    <message>
        <source>&amp;Debug</source>
        <translation>&amp;Gỡ lỗi</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Xem</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Trợ &amp;giúp</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Công cụ</translation>
    </message>
    <message>
        <source>Search commands and tasks   %1</source>
        <translation>Tìm lệnh và tác vụ   %1</translation>
    </message>
    <message>
        <source>%1 (missing)</source>
        <translation>%1 (không còn)</translation>
    </message>
    <message>
        <source>No files so far</source>
        <translation>Chưa có tệp nào</translation>
    </message>
    <message>
        <source>Open sample: %1</source>
        <translation>Mở mẫu: %1</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Chạy thử</translation>
    </message>
</context>
<context>
    <name>baton::ui::Minimap</name>
    <message>
        <source>Drag to move through the graph</source>
        <translation>Kéo để di chuyển trên đồ thị</translation>
    </message>
    <message>
        <source>Map of the graph</source>
        <translation>Bản đồ của đồ thị</translation>
    </message>
</context>
<context>
    <name>baton::ui::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>No problems found</source>
        <translation>Không thấy vấn đề</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>Không có gì để kiểm tra</translation>
    </message>
    <message>
        <source>The server would take this definition as it is.</source>
        <translation>Máy chủ sẽ nhận định nghĩa này như hiện có.</translation>
    </message>
    <message>
        <source>Open a definition: it is checked for what the server refuses or drops.</source>
        <translation>Mở một định nghĩa: nó được kiểm tra xem máy chủ từ chối hay bỏ qua điều gì.</translation>
    </message>
</context>
<context>
    <name>baton::ui::RecentFiles</name>
    <message>
        <source>%1
This file is no longer there.</source>
        <translation>%1
Tệp này không còn ở đó.</translation>
    </message>
    <message>
        <source>%1, missing</source>
        <translation>%1, không còn</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Không còn</translation>
    </message>
</context>
<context>
    <name>baton::ui::RecentList</name>
    <message>
        <source>Recent files</source>
        <translation>Tệp gần đây</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Bỏ khỏi danh sách</translation>
    </message>
    <message>
        <source>Empty the list</source>
        <translation>Xóa hết danh sách</translation>
    </message>
</context>
<context>
    <name>baton::ui::SampleCard</name>
    <message>
        <source>Loan underwriting</source>
        <translation>Thẩm định khoản vay</translation>
    </message>
    <message>
        <source>Loan underwriting, complete</source>
        <translation>Thẩm định khoản vay, đầy đủ</translation>
    </message>
    <message>
        <source>Five steps from credit check to decision, over real mortgage applications of the Boston area.</source>
        <translation>Năm bước từ kiểm tra tín dụng đến quyết định, trên các hồ sơ vay mua nhà có thật ở vùng Boston.</translation>
    </message>
    <message>
        <source>All thirteen tasks: checks in parallel, compliance and fraud gates, manual review, counter offers.</source>
        <translation>Đủ mười ba tác vụ: kiểm tra song song, chốt tuân thủ và gian lận, xét duyệt thủ công, đề nghị thay thế.</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n tác vụ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n applicant(s)</source>
        <translation>
            <numerusform>%n hồ sơ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>baton::ui::SessionPage</name>
    <message>
        <source>Workflow shown</source>
        <translation>Quy trình đang hiện</translation>
    </message>
    <message>
        <source>Find a task</source>
        <translation>Tìm tác vụ</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Chưa bắt đầu</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, phiên bản %2</translation>
    </message>
</context>
<context>
    <name>baton::ui::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>Trang bắt đầu</translation>
    </message>
    <message>
        <source>Debug, rehearse and run Conductor workflows, forwards and backwards.</source>
        <translation>Gỡ lỗi, chạy thử và chạy quy trình Conductor, cả tiến lẫn lùi.</translation>
    </message>
    <message>
        <source>No samples are installed.</source>
        <translation>Chưa cài mẫu nào.</translation>
    </message>
    <message>
        <source>Begin with a sample</source>
        <translation>Bắt đầu với một mẫu</translation>
    </message>
    <message>
        <source>Or with your own</source>
        <translation>Hoặc với quy trình của bạn</translation>
    </message>
    <message>
        <source>Files you open are listed here.</source>
        <translation>Các tệp bạn mở sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Tệp gần đây</translation>
    </message>
    <message>
        <source>Drop a workflow definition (JSON) or a data set (CSV) anywhere in this window, or paste a definition.</source>
        <translation>Thả định nghĩa quy trình (JSON) hoặc tập dữ liệu (CSV) vào bất cứ đâu trong cửa sổ này, hoặc dán một định nghĩa.</translation>
    </message>
</context>
<context>
    <name>baton::ui::StatusLine</name>
    <message>
        <source>Opening</source>
        <translation>Đang mở</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n lỗi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n cảnh báo</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the problems found in this definition</source>
        <translation>Hiện các vấn đề tìm thấy trong định nghĩa này</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Đang chạy</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Chạy thử</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The virtual clock: %1. Waiting costs no time here.</source>
        <translation>Đồng hồ ảo: %1. Ở đây chờ đợi không tốn thời gian.</translation>
    </message>
    <message>
        <source>Event %1 of %2</source>
        <translation>Sự kiện %1 / %2</translation>
    </message>
    <message>
        <source>This is the start.</source>
        <translation>Đây là điểm bắt đầu.</translation>
    </message>
    <message>
        <source>The workflow has ended; nothing further can happen.</source>
        <translation>Quy trình đã kết thúc; không còn gì có thể xảy ra.</translation>
    </message>
    <message>
        <source>A task waits for an answer: give it in the inspector.</source>
        <translation>Có tác vụ chờ trả lời: hãy trả lời trong khung chi tiết.</translation>
    </message>
    <message>
        <source>The task is reached.</source>
        <translation>Đã đến tác vụ.</translation>
    </message>
    <message>
        <source>The step could not be made.</source>
        <translation>Không thực hiện được bước này.</translation>
    </message>
</context>
<context>
    <name>baton::ui::TaskHeader</name>
    <message>
        <source>Nothing selected</source>
        <translation>Chưa chọn gì</translation>
    </message>
    <message>
        <source>Select a task in the graph</source>
        <translation>Chọn một tác vụ trên đồ thị</translation>
    </message>
    <message>
        <source>Workflow, version %1</source>
        <translation>Quy trình, phiên bản %1</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Quy trình</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Mất</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>lần thử %1</translation>
    </message>
    <message>
        <source>iteration %1</source>
        <translation>vòng lặp %1</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Đã lên lịch</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Chưa đến</translation>
    </message>
</context>
<context>
    <name>baton::ui::TaskTableModel</name>
    <message>
        <source>Task</source>
        <translation>Tác vụ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Lần</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Vòng lặp</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Mất</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Kiểu</translation>
    </message>
</context>
<context>
    <name>baton::ui::TasksPanel</name>
    <message>
        <source>Filter tasks</source>
        <translation>Lọc tác vụ</translation>
    </message>
    <message>
        <source>No task scheduled so far</source>
        <translation>Chưa có tác vụ nào được lên lịch</translation>
    </message>
    <message>
        <source>Attempts and iterations appear here, each in a row of its own.</source>
        <translation>Các lần thử và vòng lặp hiện ở đây, mỗi lần một dòng.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tác vụ</translation>
    </message>
</context>
<context>
    <name>baton::ui::TimelineView</name>
    <message>
        <source>Time line</source>
        <translation>Dòng thời gian</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Chưa có gì xảy ra</translation>
    </message>
    <message>
        <source>Start an execution: every event appears here.</source>
        <translation>Hãy khởi động một lần thực thi: mọi sự kiện sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Position %1 of %2</source>
        <translation>Vị trí %1 / %2</translation>
    </message>
    <message>
        <source>event %1</source>
        <translation>sự kiện %1</translation>
    </message>
</context>
<context>
    <name>baton::ui::ValueTreeModel</name>
    <message>
        <source>%1, was %2</source>
        <translation>%1, trước là %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Kiểu</translation>
    </message>
</context>
<context>
    <name>baton::ui::ValueView</name>
    <message>
        <source>Copy value</source>
        <translation>Sao chép giá trị</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Sao chép đường dẫn</translation>
    </message>
    <message>
        <source>Copy as ${…} reference</source>
        <translation>Sao chép dạng tham chiếu ${…}</translation>
    </message>
    <message>
        <source>Filter names and values</source>
        <translation>Lọc tên và giá trị</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Mở tất cả</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Thu gọn tất cả</translation>
    </message>
</context>
<context>
    <name>baton::ui::VariablesModel</name>
    <message>
        <source>start</source>
        <translation>khởi động</translation>
    </message>
    <message>
        <source>%1, event %2</source>
        <translation>%1, sự kiện %2</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Đặt bởi</translation>
    </message>
</context>
<context>
    <name>baton::ui::Words</name>
    <message>
        <source>Scheduled</source>
        <translation>Đã lên lịch</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Đang làm</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Hoàn tất</translation>
    </message>
    <message>
        <source>Completed with errors</source>
        <translation>Hoàn tất có lỗi</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Thất bại</translation>
    </message>
    <message>
        <source>Failed for good</source>
        <translation>Thất bại hẳn</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Quá giờ</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Unknown status</source>
        <translation>Trạng thái lạ</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Đang chạy</translation>
    </message>
    <message>
        <source>Terminated</source>
        <translation>Bị chấm dứt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Workflow started</source>
        <translation>Quy trình bắt đầu</translation>
    </message>
    <message>
        <source>Workflow paused</source>
        <translation>Quy trình tạm dừng</translation>
    </message>
    <message>
        <source>Workflow resumed</source>
        <translation>Quy trình chạy tiếp</translation>
    </message>
    <message>
        <source>Workflow completed</source>
        <translation>Quy trình hoàn tất</translation>
    </message>
    <message>
        <source>Workflow failed</source>
        <translation>Quy trình thất bại</translation>
    </message>
    <message>
        <source>Workflow timed out</source>
        <translation>Quy trình quá giờ</translation>
    </message>
    <message>
        <source>Workflow terminated</source>
        <translation>Quy trình bị chấm dứt</translation>
    </message>
    <message>
        <source>Workflow retried</source>
        <translation>Quy trình thử lại</translation>
    </message>
    <message>
        <source>Workflow rerun</source>
        <translation>Quy trình chạy lại từ một tác vụ</translation>
    </message>
    <message>
        <source>Workflow restarted</source>
        <translation>Quy trình khởi động lại</translation>
    </message>
    <message>
        <source>Workflow revived by a sub-workflow</source>
        <translation>Quy trình được quy trình con đánh thức</translation>
    </message>
    <message>
        <source>Workflow updated</source>
        <translation>Quy trình cập nhật</translation>
    </message>
    <message>
        <source>Workflow removed</source>
        <translation>Quy trình bị xóa</translation>
    </message>
    <message>
        <source>Variables set</source>
        <translation>Đặt biến</translation>
    </message>
    <message>
        <source>Task scheduled</source>
        <translation>Tác vụ được lên lịch</translation>
    </message>
    <message>
        <source>Task started</source>
        <translation>Tác vụ bắt đầu</translation>
    </message>
    <message>
        <source>Task in progress</source>
        <translation>Tác vụ đang làm</translation>
    </message>
    <message>
        <source>Task completed</source>
        <translation>Tác vụ hoàn tất</translation>
    </message>
    <message>
        <source>Task failed</source>
        <translation>Tác vụ thất bại</translation>
    </message>
    <message>
        <source>Task timed out</source>
        <translation>Tác vụ quá giờ</translation>
    </message>
    <message>
        <source>Task canceled</source>
        <translation>Tác vụ bị hủy</translation>
    </message>
    <message>
        <source>Task skipped</source>
        <translation>Tác vụ bỏ qua</translation>
    </message>
    <message>
        <source>Attempt superseded by a retry</source>
        <translation>Lần thử được thay bằng lần sau</translation>
    </message>
    <message>
        <source>Successors mapped</source>
        <translation>Đã xếp tác vụ kế tiếp</translation>
    </message>
    <message>
        <source>Task put back</source>
        <translation>Tác vụ được đặt lại</translation>
    </message>
    <message>
        <source>Task updated</source>
        <translation>Tác vụ cập nhật</translation>
    </message>
    <message>
        <source>Task removed</source>
        <translation>Tác vụ bị xóa</translation>
    </message>
    <message>
        <source>Clock advanced</source>
        <translation>Đồng hồ chạy tới</translation>
    </message>
    <message>
        <source>Task wrote a log line</source>
        <translation>Tác vụ ghi nhật ký</translation>
    </message>
    <message>
        <source>Unknown event</source>
        <translation>Sự kiện lạ</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Đổi</translation>
    </message>
    <message>
        <source>This breaks a rule of the workflow language</source>
        <translation>Điều này vi phạm quy tắc của ngôn ngữ quy trình</translation>
    </message>
    <message>
        <source>This file could not be understood</source>
        <translation>Không đọc hiểu được tệp này</translation>
    </message>
    <message>
        <source>This was not found</source>
        <translation>Không tìm thấy</translation>
    </message>
    <message>
        <source>This is not possible in the present state</source>
        <translation>Không thể làm ở trạng thái hiện tại</translation>
    </message>
    <message>
        <source>This is not supported</source>
        <translation>Chưa được hỗ trợ</translation>
    </message>
    <message>
        <source>This took too long</source>
        <translation>Mất quá nhiều thời gian</translation>
    </message>
    <message>
        <source>This is not available right now</source>
        <translation>Hiện không dùng được</translation>
    </message>
    <message>
        <source>This could not be read or written</source>
        <translation>Không đọc hoặc ghi được</translation>
    </message>
    <message>
        <source>This was cancelled</source>
        <translation>Đã bị hủy</translation>
    </message>
    <message>
        <source>Something went wrong inside the program</source>
        <translation>Có lỗi bên trong chương trình</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>true/false</source>
        <translation>đúng/sai</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>số nguyên</translation>
    </message>
    <message>
        <source>decimal</source>
        <translation>số thập phân</translation>
    </message>
    <message>
        <source>text</source>
        <translation>văn bản</translation>
    </message>
    <message>
        <source>list</source>
        <translation>danh sách</translation>
    </message>
    <message>
        <source>object</source>
        <translation>đối tượng</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Đầu vào</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Đầu ra</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Biến</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Số lần thử lại</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Vòng lặp</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Call back after (s)</source>
        <translation>Gọi lại sau (giây)</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Polls</source>
        <translation>Số lần lấy việc</translation>
    </message>
    <message>
        <source>Sub-workflow</source>
        <translation>Quy trình con</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 giây</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 phút %2 giây</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 giờ %2 phút</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 ngày %2 giờ</translation>
    </message>
    <message>
        <source>+%1 d %2</source>
        <comment>days and hours since the start</comment>
        <translation>+%1 ngày %2</translation>
    </message>
</context>
</TS>
