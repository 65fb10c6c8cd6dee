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
    <name>ReplayWords</name>
    <message>
        <source>approved</source>
        <translation>được duyệt</translation>
    </message>
    <message>
        <source>conditional approval</source>
        <translation>duyệt có điều kiện</translation>
    </message>
    <message>
        <source>counter offer</source>
        <translation>đề nghị thay thế</translation>
    </message>
    <message>
        <source>manual review</source>
        <translation>xét duyệt thủ công</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>bị từ chối</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bị chặn</translation>
    </message>
    <message>
        <source>no decision</source>
        <translation>không có quyết định</translation>
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
    <name>baton::ui::BranchesPanel</name>
    <message>
        <source>Branch</source>
        <translation>Nhánh</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Đã đổi</translation>
    </message>
    <message>
        <source>Parts at event</source>
        <translation>Tách ở sự kiện</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Name of a new branch at this moment</source>
        <translation>Tên nhánh mới tại thời điểm này</translation>
    </message>
    <message>
        <source>Branch off</source>
        <translation>Tách nhánh</translation>
    </message>
    <message>
        <source>Compare with the current one</source>
        <translation>So với nhánh hiện tại</translation>
    </message>
    <message>
        <source>No branches</source>
        <translation>Chưa có nhánh</translation>
    </message>
    <message>
        <source>Open a workflow; what you change in its past becomes a branch.</source>
        <translation>Mở một quy trình; điều bạn đổi trong quá khứ của nó sẽ thành một nhánh.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Đổi tên…</translation>
    </message>
    <message>
        <source>Rename branch</source>
        <translation>Đổi tên nhánh</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Choose another branch to compare the current one with.</source>
        <translation>Hãy chọn một nhánh khác để so với nhánh hiện tại.</translation>
    </message>
</context>
<context>
    <name>baton::ui::BreakpointWords</name>
    <message>
        <source>Before it is scheduled</source>
        <translation>Trước khi được lên lịch</translation>
    </message>
    <message>
        <source>Before it runs</source>
        <translation>Trước khi chạy</translation>
    </message>
    <message>
        <source>After it ended</source>
        <translation>Sau khi kết thúc</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Way between two tasks</source>
        <translation>Đường giữa hai tác vụ</translation>
    </message>
    <message>
        <source>When true</source>
        <translation>Khi đúng</translation>
    </message>
    <message>
        <source>When changed</source>
        <translation>Khi thay đổi</translation>
    </message>
    <message>
        <source>On an error</source>
        <translation>Khi có lỗi</translation>
    </message>
    <message>
        <source>Reason code</source>
        <translation>Mã lý do</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>type %1</source>
        <translation>kiểu %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>trong %1</translation>
    </message>
    <message>
        <source>iteration %1</source>
        <translation>lần lặp %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>lần thử %1</translation>
    </message>
    <message>
        <source>workflow: %1</source>
        <translation>quy trình: %1</translation>
    </message>
    <message>
        <source>any task</source>
        <translation>tác vụ bất kỳ</translation>
    </message>
    <message>
        <source>hit %1 only</source>
        <translation>chỉ lần gặp thứ %1</translation>
    </message>
    <message>
        <source>from hit %1 on</source>
        <translation>từ lần gặp thứ %1</translation>
    </message>
    <message>
        <source>every %1 hits</source>
        <translation>mỗi %1 lần gặp</translation>
    </message>
    <message>
        <source>once</source>
        <translation>một lần</translation>
    </message>
    <message>
        <source>writes “%1” and goes on</source>
        <translation>ghi “%1” rồi chạy tiếp</translation>
    </message>
</context>
<context>
    <name>baton::ui::BreakpointsPanel</name>
    <message>
        <source>Stops</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ở đâu</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Lần gặp</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Thêm nữa</translation>
    </message>
    <message>
        <source>Stop when…  for example dti.output.ratio &gt; 0.43</source>
        <translation>Dừng khi…  ví dụ dti.output.ratio &gt; 0.43</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>No breakpoints</source>
        <translation>Chưa có điểm dừng</translation>
    </message>
    <message>
        <source>F9 sets one on the selected task; or type a condition above.</source>
        <translation>F9 đặt điểm dừng ở tác vụ đang chọn; hoặc gõ điều kiện ở trên.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Thay đổi…</translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation>Bật hoặc tắt</translation>
    </message>
    <message>
        <source>Breakpoint</source>
        <translation>Điểm dừng</translation>
    </message>
    <message>
        <source>at: scheduled, started, ended, status, edge, condition, change, error, reason or event. Also: task, taskType, iteration, attempt, expression, hits (exactly, atLeast, every) with count, log, once, enabled.</source>
        <translation>at: scheduled, started, ended, status, edge, condition, change, error, reason hoặc event. Ngoài ra: task, taskType, iteration, attempt, expression, hits (exactly, atLeast, every) cùng count, log, once, enabled.</translation>
    </message>
</context>
<context>
    <name>baton::ui::CaseListModel</name>
    <message>
        <source>Application</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Khi đó</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Rủi ro</translation>
    </message>
    <message>
        <source>Rate %</source>
        <translation>Lãi suất %</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Lý do</translation>
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
    <name>baton::ui::ChartBoard</name>
    <message>
        <source>Task type of the charts</source>
        <translation>Loại tác vụ của biểu đồ</translation>
    </message>
    <message>
        <source>Range of the charts and figures</source>
        <translation>Khoảng thời gian của biểu đồ và số liệu</translation>
    </message>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation>
            <numerusform>%n phút gần nhất</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks a second</source>
        <translation>Tác vụ mỗi giây</translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>lỗi</translation>
    </message>
    <message>
        <source>Time of a task (ms)</source>
        <translation>Thời gian một tác vụ (ms)</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Waiting on the server</source>
        <translation>Đang chờ trên máy chủ</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>hàng đợi</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>Chỗ chạy</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>đang dùng</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tất cả</translation>
    </message>
    <message>
        <source>All task types</source>
        <translation>Mọi loại tác vụ</translation>
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
    <name>baton::ui::ComparisonPanel</name>
    <message>
        <source>Where</source>
        <translation>Ở đâu</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Điều gì</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Thứ nhất</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Thứ hai</translation>
    </message>
    <message>
        <source>Nothing compared</source>
        <translation>Chưa so sánh gì</translation>
    </message>
    <message>
        <source>Choose two branches to compare: the first cause is named first.</source>
        <translation>Chọn hai nhánh để so sánh: nguyên nhân đầu tiên được nêu trước.</translation>
    </message>
    <message>
        <source>Both are alike</source>
        <translation>Hai bên giống nhau</translation>
    </message>
    <message>
        <source>%1 and %2 went the same way.</source>
        <translation>%1 và %2 đi cùng một đường.</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Quy trình</translation>
    </message>
    <message>
        <source>%1 – the first cause</source>
        <translation>%1 – nguyên nhân đầu tiên</translation>
    </message>
</context>
<context>
    <name>baton::ui::ConnectDialog</name>
    <message>
        <source>Work for a server</source>
        <translation>Làm việc cho một máy chủ</translation>
    </message>
    <message>
        <source>as the configuration says</source>
        <translation>theo cấu hình</translation>
    </message>
    <message>
        <source>none: defaults and the environment</source>
        <translation>không có: giá trị mặc định và biến môi trường</translation>
    </message>
    <message>
        <source>Choose a configuration</source>
        <translation>Chọn cấu hình</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Máy chủ</translation>
    </message>
    <message>
        <source>&amp;Configuration</source>
        <translation>&amp;Cấu hình</translation>
    </message>
    <message>
        <source>Tasks are polled from that server and really done. Secrets come from the configuration or the environment.</source>
        <translation>Tác vụ được lấy từ máy chủ đó và được làm thật. Bí mật lấy từ cấu hình hoặc biến môi trường.</translation>
    </message>
    <message>
        <source>Start worker</source>
        <translation>Khởi động trình thực hiện</translation>
    </message>
    <message>
        <source>Configurations (*.yaml *.yml)</source>
        <translation>Cấu hình (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
</context>
<context>
    <name>baton::ui::ConnectionCard</name>
    <message>
        <source>Conductor server</source>
        <translation>Máy chủ Conductor</translation>
    </message>
    <message>
        <source>Embedded Conductor</source>
        <translation>Conductor tích hợp</translation>
    </message>
    <message>
        <source>gets the work</source>
        <translation>nhận việc</translation>
    </message>
    <message>
        <source>Not seen so far</source>
        <translation>Chưa thấy</translation>
    </message>
    <message>
        <source>latency %1</source>
        <translation>độ trễ %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>phiên bản %1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n yêu cầu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an answer</source>
        <translation>
            <numerusform>%n không có trả lời</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n switch(es)</source>
        <translation>
            <numerusform>%n lần chuyển</numerusform>
        </translation>
    </message>
    <message>
        <source>in this process</source>
        <translation>trong tiến trình này</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Không dùng</translation>
    </message>
    <message>
        <source>Stands by</source>
        <translation>Dự phòng</translation>
    </message>
    <message>
        <source>The configuration lets nobody stand in for the server.</source>
        <translation>Cấu hình không cho ai thay thế máy chủ.</translation>
    </message>
    <message>
        <source>Tasks may touch the world.</source>
        <translation>Tác vụ được phép tác động ra bên ngoài.</translation>
    </message>
    <message>
        <source>Side effects are switched off here.</source>
        <translation>Ở đây tác động ra bên ngoài bị tắt.</translation>
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
    <message>
        <source>Step to the next task; loops and sub-workflows pass as one</source>
        <translation>Bước tới tác vụ kế; vòng lặp và quy trình con tính là một bước</translation>
    </message>
</context>
<context>
    <name>baton::ui::DebuggerDesk</name>
    <message>
        <source>Debug</source>
        <translation>Gỡ lỗi</translation>
    </message>
    <message>
        <source>&amp;Breakpoint on the selected task</source>
        <translation>Điểm &amp;dừng ở tác vụ đang chọn</translation>
    </message>
    <message>
        <source>Stop before the selected task is scheduled, or no longer</source>
        <translation>Dừng trước khi tác vụ đang chọn được lên lịch, hoặc thôi dừng</translation>
    </message>
    <message>
        <source>Run &amp;back to the previous breakpoint</source>
        <translation>Chạy &amp;lùi về điểm dừng trước</translation>
    </message>
    <message>
        <source>Go back to where a breakpoint was hit before; nothing runs again</source>
        <translation>Lùi về nơi gặp điểm dừng trước đó; không gì chạy lại</translation>
    </message>
    <message>
        <source>Step back o&amp;ut</source>
        <translation>Lùi &amp;ra ngoài</translation>
    </message>
    <message>
        <source>Go back to where this loop or sub-workflow began</source>
        <translation>Lùi về nơi vòng lặp hay quy trình con này bắt đầu</translation>
    </message>
    <message>
        <source>Step to the next &amp;iteration</source>
        <translation>Bước tới lần &amp;lặp kế</translation>
    </message>
    <message>
        <source>Run until the loop begins anew or ends</source>
        <translation>Chạy đến khi vòng lặp bắt đầu lại hoặc kết thúc</translation>
    </message>
    <message>
        <source>Next &amp;note</source>
        <translation>&amp;Ghi chú kế</translation>
    </message>
    <message>
        <source>&amp;Previous note</source>
        <translation>Ghi chú &amp;trước</translation>
    </message>
    <message>
        <source>Change the past</source>
        <translation>Đổi quá khứ</translation>
    </message>
    <message>
        <source>Makes a branch; this run stays as it is</source>
        <translation>Tạo một nhánh; lần chạy này giữ nguyên</translation>
    </message>
    <message>
        <source>Change the task’s &amp;input…</source>
        <translation>Đổi đầu &amp;vào của tác vụ…</translation>
    </message>
    <message>
        <source>Change the task’s &amp;output…</source>
        <translation>Đổi đầu &amp;ra của tác vụ…</translation>
    </message>
    <message>
        <source>Change the &amp;variables…</source>
        <translation>Đổi các &amp;biến…</translation>
    </message>
    <message>
        <source>Change the &amp;workflow’s input…</source>
        <translation>Đổi đầu vào của &amp;quy trình…</translation>
    </message>
    <message>
        <source>Let the task &amp;fail</source>
        <translation>Cho tác vụ &amp;thất bại</translation>
    </message>
    <message>
        <source>Let the task fail for &amp;good</source>
        <translation>Cho tác vụ thất bại &amp;hẳn</translation>
    </message>
    <message>
        <source>Let its worker &amp;crash</source>
        <translation>Cho worker &amp;sập</translation>
    </message>
    <message>
        <source>Let it answer a minute &amp;later</source>
        <translation>Cho trả lời &amp;muộn một phút</translation>
    </message>
    <message>
        <source>Let it answer &amp;twice</source>
        <translation>Cho trả lời &amp;hai lần</translation>
    </message>
    <message>
        <source>Save as a web &amp;page…</source>
        <translation>Lưu thành trang &amp;web…</translation>
    </message>
    <message>
        <source>One HTML file that steps through this run in any browser</source>
        <translation>Một tệp HTML đi từng bước qua lần chạy này trong mọi trình duyệt</translation>
    </message>
    <message>
        <source>Save as a &amp;bundle…</source>
        <translation>Lưu thành &amp;gói…</translation>
    </message>
    <message>
        <source>Every event with a chain of hashes; baton verify checks it</source>
        <translation>Mọi sự kiện kèm chuỗi băm; baton verify kiểm tra được</translation>
    </message>
    <message>
        <source>Save as a &amp;test…</source>
        <translation>Lưu thành bài &amp;kiểm thử…</translation>
    </message>
    <message>
        <source>A WorkflowTestRequest that runs the same scenario on a server</source>
        <translation>Một WorkflowTestRequest chạy cùng kịch bản trên máy chủ</translation>
    </message>
    <message>
        <source>&amp;Change the past</source>
        <translation>Đổi &amp;quá khứ</translation>
    </message>
    <message>
        <source>What would have happened with another value? The answer is a branch; this run stays as it is.</source>
        <translation>Điều gì đã xảy ra nếu giá trị khác đi? Câu trả lời là một nhánh; lần chạy này giữ nguyên.</translation>
    </message>
    <message>
        <source>Failed in a what-if</source>
        <translation>Thất bại trong giả định</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Thứ nhất</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Lùi</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Cuối</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tác vụ</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Điều đã xảy ra</translation>
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
        <source>Notes</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>This page is complete in itself: it needs no server and sends nothing.</source>
        <translation>Trang này tự đầy đủ: không cần máy chủ và không gửi gì đi.</translation>
    </message>
    <message>
        <source>Save as a web page</source>
        <translation>Lưu thành trang web</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Trang web (*.html)</translation>
    </message>
    <message>
        <source>Save as a bundle</source>
        <translation>Lưu thành gói</translation>
    </message>
    <message>
        <source>Bundles (*.bundle)</source>
        <translation>Gói (*.bundle)</translation>
    </message>
    <message>
        <source>Save as a test</source>
        <translation>Lưu thành bài kiểm thử</translation>
    </message>
    <message>
        <source>Tests (*.json)</source>
        <translation>Bài kiểm thử (*.json)</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Hãy chọn thư mục khác</translation>
    </message>
</context>
<context>
    <name>baton::ui::DebuggerPanel</name>
    <message>
        <source>Parts of the debugger</source>
        <translation>Các phần của trình gỡ lỗi</translation>
    </message>
    <message>
        <source>Breakpoints</source>
        <translation>Điểm dừng</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>Theo dõi</translation>
    </message>
    <message>
        <source>Origins</source>
        <translation>Nguồn gốc</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Nhánh</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Khác biệt</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Ghi chú</translation>
    </message>
</context>
<context>
    <name>baton::ui::DefinitionEditor</name>
    <message>
        <source>Definition as JSON</source>
        <translation>Định nghĩa dạng JSON</translation>
    </message>
    <message>
        <source>Find in the definition</source>
        <translation>Tìm trong định nghĩa</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Hoàn thành từ</translation>
    </message>
</context>
<context>
    <name>baton::ui::DefinitionPage</name>
    <message>
        <source>Show it instead</source>
        <translation>Hiện nó thay vào</translation>
    </message>
    <message>
        <source>Take it up again</source>
        <translation>Làm tiếp</translation>
    </message>
    <message>
        <source>No definition to write</source>
        <translation>Chưa có định nghĩa để viết</translation>
    </message>
    <message>
        <source>Open a workflow, or begin a new one.</source>
        <translation>Hãy mở một quy trình hoặc bắt đầu quy trình mới.</translation>
    </message>
    <message>
        <source>Your changes are kept</source>
        <translation>Thay đổi của bạn được giữ lại</translation>
    </message>
    <message>
        <source>What you wrote before is not lost.</source>
        <translation>Những gì bạn viết trước đó không mất.</translation>
    </message>
    <message>
        <source>There are changes of last time that were not saved</source>
        <translation>Còn thay đổi lần trước chưa lưu</translation>
    </message>
    <message>
        <source>Findings about this definition</source>
        <translation>Nhận xét về định nghĩa này</translation>
    </message>
    <message>
        <source>Another definition was opened</source>
        <translation>Một định nghĩa khác vừa được mở</translation>
    </message>
    <message>
        <source>This one has changes that are not saved; it stays here.</source>
        <translation>Định nghĩa này có thay đổi chưa lưu nên vẫn ở lại đây.</translation>
    </message>
    <message>
        <source>New workflow</source>
        <translation>Quy trình mới</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Định nghĩa</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1, chưa lưu</translation>
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
        <source>No problems</source>
        <translation>Không có vấn đề</translation>
    </message>
    <message>
        <source>the definition has no version to raise</source>
        <translation>định nghĩa không có phiên bản để tăng</translation>
    </message>
    <message>
        <source>write &quot;version&quot;: 1 first</source>
        <translation>hãy viết &quot;version&quot;: 1 trước</translation>
    </message>
    <message>
        <source>Save the definition</source>
        <translation>Lưu định nghĩa</translation>
    </message>
    <message>
        <source>Workflow definitions (*.json)</source>
        <translation>Định nghĩa quy trình (*.json)</translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation>không ghi được: %1</translation>
    </message>
    <message>
        <source>save it somewhere else</source>
        <translation>hãy lưu ở nơi khác</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>Mock answers</source>
        <translation>Câu trả lời mô phỏng</translation>
    </message>
</context>
<context>
    <name>baton::ui::DefinitionPerspective</name>
    <message>
        <source>Def&amp;inition</source>
        <translation>Định ngh&amp;ĩa</translation>
    </message>
    <message>
        <source>Write a workflow&apos;s definition</source>
        <translation>Viết định nghĩa của một quy trình</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Định nghĩa</translation>
    </message>
    <message>
        <source>&amp;New definition</source>
        <translation>Định nghĩa &amp;mới</translation>
    </message>
    <message>
        <source>Begin a new workflow definition</source>
        <translation>Bắt đầu một định nghĩa quy trình mới</translation>
    </message>
    <message>
        <source>&amp;Save definition</source>
        <translation>&amp;Lưu định nghĩa</translation>
    </message>
    <message>
        <source>Show what changes, then save</source>
        <translation>Hiện các thay đổi rồi lưu</translation>
    </message>
    <message>
        <source>Save definition &amp;as…</source>
        <translation>Lưu định nghĩa &amp;thành…</translation>
    </message>
    <message>
        <source>Lay out the &amp;text</source>
        <translation>&amp;Dàn lại văn bản</translation>
    </message>
    <message>
        <source>Indent the whole text evenly</source>
        <translation>Thụt dòng đều toàn bộ văn bản</translation>
    </message>
    <message>
        <source>Raise the &amp;version</source>
        <translation>Tăng &amp;phiên bản</translation>
    </message>
    <message>
        <source>Add one to the definition&apos;s version</source>
        <translation>Cộng một vào phiên bản của định nghĩa</translation>
    </message>
    <message>
        <source>&amp;Find in the definition</source>
        <translation>&amp;Tìm trong định nghĩa</translation>
    </message>
    <message>
        <source>&amp;Rehearse this text</source>
        <translation>&amp;Chạy thử văn bản này</translation>
    </message>
    <message>
        <source>Open the text as it is in the debugger (F5)</source>
        <translation>Mở văn bản hiện tại trong trình gỡ lỗi (F5)</translation>
    </message>
</context>
<context>
    <name>baton::ui::DiffView</name>
    <message>
        <source>What changes, line by line</source>
        <translation>Những gì thay đổi, từng dòng</translation>
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
    <name>baton::ui::ExplainWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n ngày</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n giờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n phút</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n giây</numerusform>
        </translation>
    </message>
    <message>
        <source>The workflow is paused: nothing new is scheduled until it is resumed.</source>
        <translation>Quy trình đang tạm dừng: không lên lịch gì mới cho đến khi được tiếp tục.</translation>
    </message>
    <message>
        <source>The workflow around it, %1, is paused.</source>
        <translation>Quy trình bao ngoài, %1, đang tạm dừng.</translation>
    </message>
    <message>
        <source>The workflow has ended: %1.</source>
        <translation>Quy trình đã kết thúc: %1.</translation>
    </message>
    <message>
        <source>Nothing is open and nothing follows: only a change from outside can move it.</source>
        <translation>Không còn gì mở và không có gì tiếp theo: chỉ thay đổi từ bên ngoài mới làm nó đi tiếp.</translation>
    </message>
    <message>
        <source>Waits for a worker: nobody polls %1.</source>
        <translation>Chờ worker: không ai lấy việc %1.</translation>
    </message>
    <message>
        <source>Waits for a worker: nobody polls %1 in the domain %2.</source>
        <translation>Chờ worker: không ai lấy việc %1 trong miền %2.</translation>
    </message>
    <message>
        <source>Is in the queue of %1 until a worker takes it.</source>
        <translation>Nằm trong hàng đợi %1 cho đến khi có worker nhận.</translation>
    </message>
    <message>
        <source>Waits %1 before attempt %2 of %3.</source>
        <translation>Chờ %1 trước lần thử %2 trên %3.</translation>
    </message>
    <message>
        <source>Waits for its start delay: %1 more.</source>
        <translation>Chờ độ trễ khởi đầu: còn %1.</translation>
    </message>
    <message>
        <source>Was answered “in progress” and comes back to a worker in %1.</source>
        <translation>Đã được trả lời “đang làm” và sẽ trở lại worker sau %1.</translation>
    </message>
    <message>
        <source>Is held back: at most %1 may start in %2 s.</source>
        <translation>Bị giữ lại: nhiều nhất %1 được bắt đầu trong %2 giây.</translation>
    </message>
    <message>
        <source>Is held back: %1 of at most %2 are in workers’ hands.</source>
        <translation>Bị giữ lại: %1 trên nhiều nhất %2 đang trong tay các worker.</translation>
    </message>
    <message>
        <source>Is in the hands of worker %1.</source>
        <translation>Đang trong tay worker %1.</translation>
    </message>
    <message>
        <source>Is in the hands of worker %1, which has %2 to answer.</source>
        <translation>Đang trong tay worker %1, còn %2 để trả lời.</translation>
    </message>
    <message>
        <source>Is in the hands of worker %1, whose time is over: it times out at the next look.</source>
        <translation>Đang trong tay worker %1 đã hết giờ: sẽ quá hạn ở lần xem kế tiếp.</translation>
    </message>
    <message>
        <source>Waits for %1; %2 of %3 have come in.</source>
        <translation>Chờ %1; đã về %2 trên %3.</translation>
    </message>
    <message>
        <source>Waits for %1, never scheduled: it will wait for ever.</source>
        <translation>Chờ %1, vốn chưa bao giờ được lên lịch: sẽ chờ mãi.</translation>
    </message>
    <message>
        <source>Waits for a person.</source>
        <translation>Chờ một người.</translation>
    </message>
    <message>
        <source>Waits for its timer: %1 more.</source>
        <translation>Chờ hẹn giờ: còn %1.</translation>
    </message>
    <message>
        <source>Waits until a client completes it: it has no duration.</source>
        <translation>Chờ đến khi một client hoàn tất nó: không có thời hạn.</translation>
    </message>
    <message>
        <source>Waits for its sub-workflow %1.</source>
        <translation>Chờ quy trình con %1.</translation>
    </message>
    <message>
        <source>Waits for its sub-workflow %1, which is paused.</source>
        <translation>Chờ quy trình con %1, đang tạm dừng.</translation>
    </message>
    <message>
        <source>Has not started its sub-workflow %1 yet.</source>
        <translation>Chưa khởi động quy trình con %1.</translation>
    </message>
    <message>
        <source>Waits for an answer from outside (%1).</source>
        <translation>Chờ câu trả lời từ bên ngoài (%1).</translation>
    </message>
    <message>
        <source>Waits for somebody to complete it after its message to %1.</source>
        <translation>Chờ ai đó hoàn tất sau thông điệp gửi tới %1.</translation>
    </message>
    <message>
        <source>Is in iteration %1.</source>
        <translation>Đang ở lần lặp %1.</translation>
    </message>
    <message>
        <source>Is in iteration %1, which waits for %2.</source>
        <translation>Đang ở lần lặp %1, đang chờ %2.</translation>
    </message>
    <message>
        <source>Is being worked on.</source>
        <translation>Đang được xử lý.</translation>
    </message>
    <message>
        <source>Failed, but is optional: the flow went on.</source>
        <translation>Thất bại, nhưng là tùy chọn: luồng đã đi tiếp.</translation>
    </message>
    <message>
        <source>Attempt %1 of %2 failed and was tried again.</source>
        <translation>Lần thử %1 trên %2 thất bại và đã thử lại.</translation>
    </message>
    <message>
        <source>Attempt %1 of %2 failed, the last.</source>
        <translation>Lần thử %1 trên %2 thất bại, là lần cuối.</translation>
    </message>
    <message>
        <source>Failed for good: no retry was wanted.</source>
        <translation>Thất bại hẳn: không yêu cầu thử lại.</translation>
    </message>
    <message>
        <source>Ran over a time-out of %1 s.</source>
        <translation>Vượt thời hạn %1 giây.</translation>
    </message>
    <message>
        <source>Was canceled.</source>
        <translation>Đã bị hủy.</translation>
    </message>
    <message>
        <source>Was skipped by a client.</source>
        <translation>Đã bị một client bỏ qua.</translation>
    </message>
    <message>
        <source>Not reached: %1 gave “%2”, and this is the branch by default.</source>
        <translation>Không tới: %1 cho “%2”, còn đây là nhánh mặc định.</translation>
    </message>
    <message>
        <source>Not reached: %1 gave “%2”, and this is the branch for “%3”.</source>
        <translation>Không tới: %1 cho “%2”, còn đây là nhánh cho “%3”.</translation>
    </message>
    <message>
        <source>Not reached: the loop %1 ended before it.</source>
        <translation>Không tới: vòng lặp %1 kết thúc trước đó.</translation>
    </message>
    <message>
        <source>Not scheduled yet: %1 comes before it (%2).</source>
        <translation>Chưa lên lịch: %1 đứng trước nó (%2).</translation>
    </message>
    <message>
        <source>Not reached: the workflow ended before (%1).</source>
        <translation>Không tới: quy trình đã kết thúc trước (%1).</translation>
    </message>
    <message>
        <source>Nothing in this definition leads here.</source>
        <translation>Không có gì trong định nghĩa này dẫn tới đây.</translation>
    </message>
    <message>
        <source>“%1” over %2 gave “%3”</source>
        <translation>“%1” trên %2 cho “%3”</translation>
    </message>
    <message>
        <source>Next came %1.</source>
        <translation>Tiếp theo là %1.</translation>
    </message>
    <message>
        <source>%1, a case of its own.</source>
        <translation>%1, có nhánh riêng.</translation>
    </message>
    <message>
        <source>%1, none of %2: the default.</source>
        <translation>%1, không thuộc %2: nhánh mặc định.</translation>
    </message>
    <message>
        <source>Goes on while %1; now in iteration %2.</source>
        <translation>Tiếp tục khi %1; đang ở lần lặp %2.</translation>
    </message>
    <message>
        <source>Ended after %1 iteration(s) of: %2</source>
        <translation>Kết thúc sau %1 lần lặp của: %2</translation>
    </message>
    <message>
        <source>Took over what %1 gave.</source>
        <translation>Nhận lấy điều %1 đưa ra.</translation>
    </message>
    <message>
        <source>Ended the workflow: %1.</source>
        <translation>Kết thúc quy trình: %1.</translation>
    </message>
    <message>
        <source>taken from %1</source>
        <translation>lấy từ %1</translation>
    </message>
    <message>
        <source>a text around %1</source>
        <translation>văn bản quanh %1</translation>
    </message>
    <message>
        <source>written in the definition</source>
        <translation>viết trong định nghĩa</translation>
    </message>
    <message>
        <source>the task definition’s default</source>
        <translation>mặc định của định nghĩa tác vụ</translation>
    </message>
    <message>
        <source>computed by a script: %1</source>
        <translation>tính bởi script: %1</translation>
    </message>
    <message>
        <source>computed by jq: %1</source>
        <translation>tính bởi jq: %1</translation>
    </message>
    <message>
        <source>answered by the worker, which was given:</source>
        <translation>worker trả lời, với dữ liệu đã nhận:</translation>
    </message>
    <message>
        <source>answered from outside, asked with:</source>
        <translation>bên ngoài trả lời, được hỏi với:</translation>
    </message>
    <message>
        <source>collected from a branch</source>
        <translation>gom từ một nhánh</translation>
    </message>
    <message>
        <source>collected from an iteration</source>
        <translation>gom từ một lần lặp</translation>
    </message>
    <message>
        <source>the sub-workflow’s output</source>
        <translation>đầu ra của quy trình con</translation>
    </message>
    <message>
        <source>given by the parent workflow</source>
        <translation>do quy trình cha đưa vào</translation>
    </message>
    <message>
        <source>set by a SET_VARIABLE task</source>
        <translation>đặt bởi tác vụ SET_VARIABLE</translation>
    </message>
    <message>
        <source>what the last task gave</source>
        <translation>điều tác vụ cuối đưa ra</translation>
    </message>
    <message>
        <source>dealt out by the dynamic fork</source>
        <translation>chia ra bởi nhánh động</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>đặt bằng tay</translation>
    </message>
    <message>
        <source>given at the start</source>
        <translation>đưa vào lúc khởi đầu</translation>
    </message>
    <message>
        <source>the engine’s own</source>
        <translation>của chính bộ máy</translation>
    </message>
    <message>
        <source>not there at this moment</source>
        <translation>không có ở thời điểm này</translation>
    </message>
    <message>
        <source>Workflow input</source>
        <translation>Đầu vào quy trình</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Định nghĩa</translation>
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
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Biến</translation>
    </message>
    <message>
        <source>Only in the first</source>
        <translation>Chỉ ở bên thứ nhất</translation>
    </message>
    <message>
        <source>Only in the second</source>
        <translation>Chỉ ở bên thứ hai</translation>
    </message>
    <message>
        <source>Workflow output</source>
        <translation>Đầu ra quy trình</translation>
    </message>
    <message>
        <source>Workflow status</source>
        <translation>Trạng thái quy trình</translation>
    </message>
</context>
<context>
    <name>baton::ui::FigureTable</name>
    <message>
        <source>Show these applications</source>
        <translation>Hiện các hồ sơ này</translation>
    </message>
</context>
<context>
    <name>baton::ui::FiguresView</name>
    <message>
        <source>Decisions</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Figures, with the interval that holds the true one in 95 of 100 such portfolios</source>
        <translation>Số liệu, kèm khoảng chứa giá trị thật trong 95 trên 100 danh mục như vậy</translation>
    </message>
    <message>
        <source>Who changes sides</source>
        <translation>Ai đổi bên</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Phân khúc</translation>
    </message>
    <message>
        <source>Column to group by</source>
        <translation>Cột để phân nhóm</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Ways</source>
        <translation>Đường đi</translation>
    </message>
    <message>
        <source>How many came to each task</source>
        <translation>Bao nhiêu hồ sơ đến từng tác vụ</translation>
    </message>
    <message>
        <source>Fairness</source>
        <translation>Công bằng</translation>
    </message>
    <message>
        <source>A screening signal, not a finding of law: no task has seen these attributes; 0.80 comes from guidelines for employment; small groups are hidden</source>
        <translation>Một tín hiệu sàng lọc, không phải kết luận pháp lý: không tác vụ nào thấy các thuộc tính này; 0,80 lấy từ hướng dẫn về tuyển dụng; nhóm nhỏ được ẩn</translation>
    </message>
    <message>
        <source>%1: %2, approved by %3</source>
        <translation>%1: %2, được %3 duyệt</translation>
    </message>
    <message>
        <source>then</source>
        <translation>khi đó</translation>
    </message>
    <message>
        <source>From A to B</source>
        <translation>Từ A sang B</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Tỷ lệ</translation>
    </message>
    <message>
        <source>approved by both</source>
        <translation>cả hai duyệt</translation>
    </message>
    <message>
        <source>swapped in</source>
        <translation>chuyển vào</translation>
    </message>
    <message>
        <source>swapped out</source>
        <translation>chuyển ra</translation>
    </message>
    <message>
        <source>approved by neither</source>
        <translation>không bên nào duyệt</translation>
    </message>
    <message>
        <source>any change of decision</source>
        <translation>mọi thay đổi quyết định</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Chính sách</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Được duyệt</translation>
    </message>
    <message>
        <source>Mean rate %</source>
        <translation>Lãi suất trung bình %</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Dư nợ</translation>
    </message>
    <message>
        <source>Expected loss</source>
        <translation>Tổn thất dự kiến</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3: %4</source>
        <translation>%1: %2 → %3: %4</translation>
    </message>
    <message>
        <source>Approved %1</source>
        <translation>Được duyệt %1</translation>
    </message>
    <message>
        <source>Mean rate % %1</source>
        <translation>Lãi suất trung bình % %1</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>thiếu</translation>
    </message>
    <message>
        <source>Approved, % by %1</source>
        <translation>Được duyệt, % theo %1</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Declines %1</source>
        <translation>Từ chối %1</translation>
    </message>
    <message>
        <source>declined without a reason</source>
        <translation>từ chối không nêu lý do</translation>
    </message>
    <message>
        <source>Share of declines with the reason, %</source>
        <translation>Tỷ lệ từ chối có lý do này, %</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tác vụ</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Impact ratio</source>
        <translation>Tỷ số tác động</translation>
    </message>
    <message>
        <source>Score difference</source>
        <translation>Chênh lệch điểm</translation>
    </message>
    <message>
        <source>Fisher p</source>
        <translation>p Fisher</translation>
    </message>
    <message>
        <source>hidden: too few</source>
        <translation>ẩn: quá ít</translation>
    </message>
    <message>
        <source>the reference</source>
        <translation>nhóm đối chiếu</translation>
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
    <message>
        <source>Remove the breakpoint</source>
        <translation>Bỏ điểm dừng</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Dừng ở đây</translation>
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
    <name>baton::ui::LogModel</name>
    <message>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Mức</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Trường</translation>
    </message>
</context>
<context>
    <name>baton::ui::LogPanel</name>
    <message>
        <source>Least level shown</source>
        <translation>Mức thấp nhất được hiện</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Mọi mức</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>%1 trở lên</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>Lọc nhật ký</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Empty this list; the log itself stays</source>
        <translation>Làm trống danh sách này; nhật ký vẫn còn</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <source>Copy the lines</source>
        <translation>Chép các dòng</translation>
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
    <message>
        <source>Rehearse and step through a workflow</source>
        <translation>Chạy thử và đi từng bước qua một quy trình</translation>
    </message>
    <message>
        <source>Def&amp;inition</source>
        <translation>Định ngh&amp;ĩa</translation>
    </message>
    <message>
        <source>Applicant %1 · policy %2</source>
        <translation>Người vay %1 · chính sách %2</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Mở lại</translation>
    </message>
    <message>
        <source>The last session did not end in good order</source>
        <translation>Phiên trước không kết thúc bình thường</translation>
    </message>
    <message>
        <source>What happened in it up to its last second was kept.</source>
        <translation>Những gì xảy ra cho tới giây cuối đã được giữ lại.</translation>
    </message>
    <message>
        <source>Workflows, executions and data sets (*.json *.bundle *.journal *.csv *.yaml *.yml)</source>
        <translation>Quy trình, lần chạy và tập dữ liệu (*.json *.bundle *.journal *.csv *.yaml *.yml)</translation>
    </message>
    <message>
        <source>Debugger</source>
        <translation>Trình gỡ lỗi</translation>
    </message>
    <message>
        <source>Re&amp;play</source>
        <translation>Chạy &amp;lại</translation>
    </message>
    <message>
        <source>Mo&amp;nitor</source>
        <translation>&amp;Giám sát</translation>
    </message>
</context>
<context>
    <name>baton::ui::MappingTab</name>
    <message>
        <source>Use this mapping</source>
        <translation>Dùng ánh xạ này</translation>
    </message>
    <message>
        <source>Save mapping…</source>
        <translation>Lưu ánh xạ…</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Ánh xạ</translation>
    </message>
    <message>
        <source>Columns of the data set</source>
        <translation>Các cột của tập dữ liệu</translation>
    </message>
    <message>
        <source>The first cases</source>
        <translation>Các hồ sơ đầu tiên</translation>
    </message>
    <message>
        <source>Save the mapping</source>
        <translation>Lưu ánh xạ</translation>
    </message>
    <message>
        <source>Mappings (*.yaml *.yml)</source>
        <translation>Ánh xạ (*.yaml *.yml)</translation>
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
    <name>baton::ui::MockModel</name>
    <message>
        <source>not to be read</source>
        <translation>không đọc được</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tác vụ</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Kiểu</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Câu trả lời</translation>
    </message>
</context>
<context>
    <name>baton::ui::MockPanel</name>
    <message>
        <source>Use in rehearsals</source>
        <translation>Dùng khi chạy thử</translation>
    </message>
    <message>
        <source>Tasks and their mock answers</source>
        <translation>Tác vụ và câu trả lời mô phỏng</translation>
    </message>
    <message>
        <source>Tasks with mock answers give those, the others are done as before</source>
        <translation>Tác vụ có câu trả lời mô phỏng sẽ dùng chúng, các tác vụ khác vẫn như trước</translation>
    </message>
    <message>
        <source>Take the answers of the run in the debugger</source>
        <translation>Lấy câu trả lời của lần chạy trong trình gỡ lỗi</translation>
    </message>
    <message>
        <source>Load mock answers or a test request</source>
        <translation>Nạp câu trả lời mô phỏng hoặc yêu cầu kiểm thử</translation>
    </message>
    <message>
        <source>Save as a test request for a server</source>
        <translation>Lưu thành yêu cầu kiểm thử cho máy chủ</translation>
    </message>
    <message>
        <source>Answers of the selected task, as JSON</source>
        <translation>Câu trả lời của tác vụ đã chọn, dạng JSON</translation>
    </message>
    <message>
        <source>Add an answer</source>
        <translation>Thêm câu trả lời</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Hoàn tất</translation>
    </message>
    <message>
        <source>Failed, to be tried again</source>
        <translation>Thất bại, sẽ thử lại</translation>
    </message>
    <message>
        <source>Failed for good</source>
        <translation>Thất bại hẳn</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Đang chạy</translation>
    </message>
    <message>
        <source>JavaScript</source>
        <translation>JavaScript</translation>
    </message>
    <message>
        <source>Select a task to write what it answers.</source>
        <translation>Chọn một tác vụ để viết câu trả lời của nó.</translation>
    </message>
    <message>
        <source>Not used: %1</source>
        <translation>Không dùng: %1</translation>
    </message>
    <message>
        <source>No mock answer: the task is done as without mocks.</source>
        <translation>Không có câu trả lời mô phỏng: tác vụ được làm như bình thường.</translation>
    </message>
    <message>
        <source>Given in turn; the last one stands from then on.</source>
        <translation>Lần lượt được đưa ra; câu cuối dùng mãi về sau.</translation>
    </message>
    <message>
        <source>Load mock answers</source>
        <translation>Nạp câu trả lời mô phỏng</translation>
    </message>
    <message>
        <source>Mock answers and test requests (*.json)</source>
        <translation>Câu trả lời mô phỏng và yêu cầu kiểm thử (*.json)</translation>
    </message>
    <message>
        <source>Save as a test request</source>
        <translation>Lưu thành yêu cầu kiểm thử</translation>
    </message>
    <message>
        <source>Test requests (*.json)</source>
        <translation>Yêu cầu kiểm thử (*.json)</translation>
    </message>
    <message>
        <source>Saved without the scripts of %1: no server runs those.</source>
        <translation>Đã lưu, bỏ các đoạn mã của %1: máy chủ không chạy chúng.</translation>
    </message>
</context>
<context>
    <name>baton::ui::MonitorFeed</name>
    <message>
        <source>The result is on its way again.</source>
        <translation>Kết quả đang được gửi lại.</translation>
    </message>
    <message>
        <source>The result is gone from the journal.</source>
        <translation>Kết quả đã bị xóa khỏi sổ.</translation>
    </message>
</context>
<context>
    <name>baton::ui::MonitorPage</name>
    <message>
        <source>Start &amp;worker</source>
        <translation>Khởi động &amp;trình thực hiện</translation>
    </message>
    <message>
        <source>Start a worker that rehearses on the embedded Conductor</source>
        <translation>Khởi động trình thực hiện diễn tập trên Conductor tích hợp</translation>
    </message>
    <message>
        <source>Work for a &amp;server…</source>
        <translation>Làm việc cho &amp;máy chủ…</translation>
    </message>
    <message>
        <source>Start a worker for a Conductor server</source>
        <translation>Khởi động trình thực hiện cho một máy chủ Conductor</translation>
    </message>
    <message>
        <source>S&amp;top worker</source>
        <translation>&amp;Dừng trình thực hiện</translation>
    </message>
    <message>
        <source>Finish or hand back what is in hand, then stop</source>
        <translation>Làm xong hoặc trả lại việc đang giữ, rồi dừng</translation>
    </message>
    <message>
        <source>Send &amp;20 applications</source>
        <translation>Gửi &amp;20 hồ sơ</translation>
    </message>
    <message>
        <source>Start the underwriting of 20 sample applications</source>
        <translation>Bắt đầu thẩm định 20 hồ sơ mẫu</translation>
    </message>
    <message>
        <source>&amp;Pause all task types</source>
        <translation>Tạm &amp;ngưng mọi loại tác vụ</translation>
    </message>
    <message>
        <source>Poll no more tasks; those in hand go on</source>
        <translation>Không lấy thêm tác vụ; việc đang giữ vẫn tiếp tục</translation>
    </message>
    <message>
        <source>&amp;Resume all task types</source>
        <translation>T&amp;iếp tục mọi loại tác vụ</translation>
    </message>
    <message>
        <source>Choose the Conductor &amp;automatically</source>
        <translation>Chọn Conductor tự độn&amp;g</translation>
    </message>
    <message>
        <source>The server while it is well, else the embedded one</source>
        <translation>Máy chủ khi nó khỏe, nếu không thì bản tích hợp</translation>
    </message>
    <message>
        <source>Always use the s&amp;erver</source>
        <translation>L&amp;uôn dùng máy chủ</translation>
    </message>
    <message>
        <source>Always &amp;rehearse</source>
        <translation>Luôn &amp;diễn tập</translation>
    </message>
    <message>
        <source>Use the embedded Conductor, however well the server is</source>
        <translation>Dùng Conductor tích hợp dù máy chủ khỏe đến đâu</translation>
    </message>
    <message>
        <source>&amp;Hold the charts</source>
        <translation>Giữ yên &amp;biểu đồ</translation>
    </message>
    <message>
        <source>Keep the charts as they are; counting goes on</source>
        <translation>Giữ biểu đồ như hiện tại; vẫn tiếp tục đếm</translation>
    </message>
    <message>
        <source>Save figures…</source>
        <translation>Lưu số liệu…</translation>
    </message>
    <message>
        <source>Save the charts&apos; figures as CSV</source>
        <translation>Lưu số liệu của biểu đồ thành CSV</translation>
    </message>
    <message>
        <source>More about the worker</source>
        <translation>Thêm về trình thực hiện</translation>
    </message>
    <message>
        <source>Task types</source>
        <translation>Loại tác vụ</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <source>The worker starts…</source>
        <translation>Trình thực hiện đang khởi động…</translation>
    </message>
    <message>
        <source>No worker runs here</source>
        <translation>Ở đây chưa có trình thực hiện nào chạy</translation>
    </message>
    <message>
        <source>A worker does the tasks of workflows. It can rehearse on the Conductor inside this program, with no server at hand, or work for a real one.</source>
        <translation>Trình thực hiện làm các tác vụ của quy trình. Nó có thể diễn tập trên Conductor bên trong chương trình này khi không có máy chủ, hoặc làm việc cho máy chủ thật.</translation>
    </message>
    <message>
        <source>This build has no worker.</source>
        <translation>Bản dựng này không có trình thực hiện.</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) done</source>
        <translation>
            <numerusform>%n tác vụ đã xong</numerusform>
        </translation>
    </message>
    <message>
        <source>Save figures</source>
        <translation>Lưu số liệu</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Bảng (*.csv)</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Hãy chọn thư mục khác</translation>
    </message>
</context>
<context>
    <name>baton::ui::MonitorPerspective</name>
    <message>
        <source>Mo&amp;nitor</source>
        <translation>&amp;Giám sát</translation>
    </message>
    <message>
        <source>Run a worker and watch it</source>
        <translation>Chạy trình thực hiện và theo dõi</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Giám sát</translation>
    </message>
</context>
<context>
    <name>baton::ui::MonitorWords</name>
    <message>
        <source>Looking for the server</source>
        <translation>Đang tìm máy chủ</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Đã kết nối</translation>
    </message>
    <message>
        <source>Unsteady</source>
        <translation>Chập chờn</translation>
    </message>
    <message>
        <source>Rehearsing</source>
        <translation>Đang diễn tập</translation>
    </message>
    <message>
        <source>Returning</source>
        <translation>Đang quay lại</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>Đang chờ máy chủ</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Không khởi động</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Máy chủ không trả lời.</translation>
    </message>
    <message>
        <source>The server answers, but is not well.</source>
        <translation>Máy chủ trả lời nhưng không khỏe.</translation>
    </message>
    <message>
        <source>The server wants other credentials.</source>
        <translation>Máy chủ đòi thông tin đăng nhập khác.</translation>
    </message>
    <message>
        <source>What answers there is no Conductor.</source>
        <translation>Nơi trả lời không phải là Conductor.</translation>
    </message>
    <message>
        <source>The server has been well for long enough.</source>
        <translation>Máy chủ đã khỏe đủ lâu.</translation>
    </message>
    <message>
        <source>Somebody chose so.</source>
        <translation>Do người dùng chọn.</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>Khỏe</translation>
    </message>
    <message>
        <source>Unwell</source>
        <translation>Không khỏe</translation>
    </message>
    <message>
        <source>Not admitted</source>
        <translation>Không được vào</translation>
    </message>
    <message>
        <source>No Conductor there</source>
        <translation>Không có Conductor ở đó</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Không trả lời</translation>
    </message>
    <message>
        <source>No worker</source>
        <translation>Không có trình thực hiện</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Đang khởi động</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Đang làm việc</translation>
    </message>
    <message>
        <source>Draining</source>
        <translation>Đang kết thúc dần</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Đã giao</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Bị từ chối</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Không dùng đến</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Gỡ lỗi</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Thông tin</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Cảnh báo</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Lỗi</translation>
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
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>never</source>
        <translation>chưa bao giờ</translation>
    </message>
    <message>
        <source>now</source>
        <translation>bây giờ</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 trước</translation>
    </message>
</context>
<context>
    <name>baton::ui::NotesPanel</name>
    <message>
        <source>At event</source>
        <translation>Ở sự kiện</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>A note on this moment</source>
        <translation>Ghi chú cho thời điểm này</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>No notes</source>
        <translation>Chưa có ghi chú</translation>
    </message>
    <message>
        <source>Notes are bound to moments; walk from one to the next to present a run.</source>
        <translation>Ghi chú gắn với thời điểm; đi từ ghi chú này sang ghi chú kế để trình bày một lần chạy.</translation>
    </message>
</context>
<context>
    <name>baton::ui::OriginsPanel</name>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Đã là</translation>
    </message>
    <message>
        <source>How it came about</source>
        <translation>Vì đâu mà có</translation>
    </message>
    <message>
        <source>Where did this come from?  for example decision.output.apr</source>
        <translation>Giá trị này từ đâu ra?  ví dụ decision.output.apr</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Hỏi</translation>
    </message>
    <message>
        <source>What it went into, instead of where it came from</source>
        <translation>Nó đi vào đâu, thay vì từ đâu ra</translation>
    </message>
    <message>
        <source>No value chosen</source>
        <translation>Chưa chọn giá trị</translation>
    </message>
    <message>
        <source>Choose “Where did this come from?” in the menu of any value in the inspector, or name one above.</source>
        <translation>Chọn “Giá trị này từ đâu ra?” trong trình đơn của một giá trị ở khung kiểm tra, hoặc gõ tên ở trên.</translation>
    </message>
</context>
<context>
    <name>baton::ui::ParameterModel</name>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>%</source>
        <comment>unit</comment>
        <translation>%</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>tỷ số</translation>
    </message>
    <message>
        <source>money</source>
        <translation>tiền</translation>
    </message>
    <message>
        <source>months</source>
        <translation>tháng</translation>
    </message>
    <message>
        <source>days</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>giờ</translation>
    </message>
    <message>
        <source>score</source>
        <translation>điểm số</translation>
    </message>
    <message>
        <source>count</source>
        <translation>số lượng</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Tham số</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Khoảng</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Ý nghĩa</translation>
    </message>
</context>
<context>
    <name>baton::ui::Perspectives</name>
    <message>
        <source>Perspective</source>
        <translation>Góc nhìn</translation>
    </message>
</context>
<context>
    <name>baton::ui::PolicyTab</name>
    <message>
        <source>Policy to edit</source>
        <translation>Chính sách cần sửa</translation>
    </message>
    <message>
        <source>Find a parameter</source>
        <translation>Tìm tham số</translation>
    </message>
    <message>
        <source>Parameters of the policy</source>
        <translation>Tham số của chính sách</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Copy this policy to change it</source>
        <translation>Sao chép chính sách này để sửa</translation>
    </message>
    <message>
        <source>Save this policy…</source>
        <translation>Lưu chính sách này…</translation>
    </message>
    <message>
        <source>%1, changed %2</source>
        <translation>%1, sửa lần %2</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Sửa %1</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Tham số</translation>
    </message>
    <message>
        <source>A</source>
        <comment>policy</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <comment>policy</comment>
        <translation>B</translation>
    </message>
    <message numerus="yes">
        <source>%n parameter(s) differ between A and B</source>
        <translation>
            <numerusform>%n tham số khác nhau giữa A và B</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the policy</source>
        <translation>Lưu chính sách</translation>
    </message>
    <message>
        <source>Policies (*.yaml *.yml)</source>
        <translation>Chính sách (*.yaml *.yml)</translation>
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
    <name>baton::ui::ReplayPage</name>
    <message>
        <source>No data set to replay</source>
        <translation>Không có tập dữ liệu để chạy lại</translation>
    </message>
    <message>
        <source>Open a workflow with a data set and a mapping, or a sample.</source>
        <translation>Hãy mở một quy trình có tập dữ liệu và ánh xạ, hoặc một mẫu.</translation>
    </message>
    <message>
        <source>&amp;Run the portfolio</source>
        <translation>&amp;Chạy danh mục</translation>
    </message>
    <message>
        <source>Run every application under both policies</source>
        <translation>Chạy mọi hồ sơ theo cả hai chính sách</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Tạm dừng</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>Tạm dừng hoặc chạy tiếp</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message>
        <source>Stop; what has run by then is shown</source>
        <translation>Dừng; phần đã chạy sẽ được hiện</translation>
    </message>
    <message>
        <source>&amp;Save results…</source>
        <translation>&amp;Lưu kết quả…</translation>
    </message>
    <message>
        <source>Save rows with decisions, or a report</source>
        <translation>Lưu các dòng kèm quyết định, hoặc một báo cáo</translation>
    </message>
    <message>
        <source>Step through this &amp;application</source>
        <translation>Chạy từng bước &amp;hồ sơ này</translation>
    </message>
    <message>
        <source>Make its run again, stepped to where the policies part</source>
        <translation>Chạy lại hồ sơ, dừng ở nơi hai chính sách rẽ khác nhau</translation>
    </message>
    <message>
        <source>Show &amp;all applications</source>
        <translation>Hiện &amp;mọi hồ sơ</translation>
    </message>
    <message>
        <source>Policy A</source>
        <translation>Chính sách A</translation>
    </message>
    <message>
        <source>Policy B</source>
        <translation>Chính sách B</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>A</source>
        <comment>policy</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <comment>policy</comment>
        <translation>B</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Độ nhạy</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Chính sách</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Ánh xạ</translation>
    </message>
    <message>
        <source>Filter by name, decision or reason</source>
        <translation>Lọc theo tên, quyết định hoặc lý do</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Hồ sơ</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n application(s)</source>
        <translation>
            <numerusform>%1 · %n hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 · %3 a second · %4 s left</source>
        <translation>%1 trên %2 · %3 mỗi giây · còn %4 giây</translation>
    </message>
    <message>
        <source>%1 applications · %2 a second</source>
        <translation>%1 hồ sơ · %2 mỗi giây</translation>
    </message>
    <message numerus="yes">
        <source>%n bad row(s)</source>
        <translation>
            <numerusform>%n dòng hỏng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be used, the first: line %1: %2</source>
        <translation>
            <numerusform>%n dòng không dùng được, dòng đầu tiên: dòng %1: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>All applications</source>
        <translation>Mọi hồ sơ</translation>
    </message>
    <message numerus="yes">
        <source>%n application(s)</source>
        <translation>
            <numerusform>%n hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>Lưu kết quả</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Đã lưu %1</translation>
    </message>
    <message>
        <source>Rows with decisions (*.csv *.jsonl)</source>
        <translation>Các dòng kèm quyết định (*.csv *.jsonl)</translation>
    </message>
    <message>
        <source>Only the applications in the list (*.csv *.jsonl)</source>
        <translation>Chỉ các hồ sơ trong danh sách (*.csv *.jsonl)</translation>
    </message>
    <message>
        <source>Report (*.html)</source>
        <translation>Báo cáo (*.html)</translation>
    </message>
</context>
<context>
    <name>baton::ui::ReplayPerspective</name>
    <message>
        <source>Re&amp;play</source>
        <translation>Chạy &amp;lại</translation>
    </message>
    <message>
        <source>Replay a portfolio and compare policies</source>
        <translation>Chạy lại một danh mục và so sánh chính sách</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Chạy lại</translation>
    </message>
</context>
<context>
    <name>baton::ui::ResultsModel</name>
    <message>
        <source>Finished</source>
        <translation>Xong lúc</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tác vụ</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Giao</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Số lần</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Lần chạy</translation>
    </message>
</context>
<context>
    <name>baton::ui::ResultsPanel</name>
    <message>
        <source>Send again</source>
        <translation>Gửi lại</translation>
    </message>
    <message>
        <source>Forget the result</source>
        <translation>Bỏ kết quả</translation>
    </message>
    <message>
        <source>Send the refused result to its server again</source>
        <translation>Gửi lại kết quả bị từ chối cho máy chủ của nó</translation>
    </message>
    <message>
        <source>Remove the refused result from the journal for good</source>
        <translation>Xóa hẳn kết quả bị từ chối khỏi sổ</translation>
    </message>
    <message>
        <source>Which results to show</source>
        <translation>Hiện kết quả nào</translation>
    </message>
    <message>
        <source>Result journal</source>
        <translation>Sổ kết quả</translation>
    </message>
    <message>
        <source>No result was refused</source>
        <translation>Không có kết quả nào bị từ chối</translation>
    </message>
    <message>
        <source>What a server will never take is kept here, to be looked at and sent again.</source>
        <translation>Những gì máy chủ không bao giờ nhận được giữ ở đây để xem và gửi lại.</translation>
    </message>
    <message>
        <source>Every result was used</source>
        <translation>Mọi kết quả đều được dùng</translation>
    </message>
    <message>
        <source>Results that came after their server had ended the task otherwise appear here.</source>
        <translation>Kết quả đến sau khi máy chủ đã kết thúc tác vụ theo cách khác sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>No result waits</source>
        <translation>Không có kết quả nào đang chờ</translation>
    </message>
    <message>
        <source>Finished results wait here until their server has taken them.</source>
        <translation>Kết quả đã xong chờ ở đây cho đến khi máy chủ nhận.</translation>
    </message>
    <message>
        <source>No result delivered so far</source>
        <translation>Chưa giao kết quả nào</translation>
    </message>
    <message>
        <source>Results the server has taken appear here for a day.</source>
        <translation>Kết quả máy chủ đã nhận hiện ở đây trong một ngày.</translation>
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
    <name>baton::ui::SaveDialog</name>
    <message>
        <source>Show the changes each time before saving</source>
        <translation>Luôn hiện thay đổi trước khi lưu</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>Lưu %1</translation>
    </message>
    <message numerus="yes">
        <source>A new file with %n line(s).</source>
        <translation>
            <numerusform>Một tệp mới gồm %n dòng.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 added, %2 removed.</source>
        <translation>Thêm %1, bớt %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n dòng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A server would refuse this definition: %n error(s).</source>
        <translation>
            <numerusform>Máy chủ sẽ từ chối định nghĩa này: %n lỗi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>baton::ui::SensitivityTab</name>
    <message>
        <source>Draw the curve</source>
        <translation>Vẽ đường cong</translation>
    </message>
    <message>
        <source>Parameter to vary</source>
        <translation>Tham số cần thay đổi</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến</translation>
    </message>
    <message>
        <source>Figures at each value</source>
        <translation>Số liệu ở từng giá trị</translation>
    </message>
    <message>
        <source>Parameter of A</source>
        <translation>Tham số của A</translation>
    </message>
    <message>
        <source>from</source>
        <translation>từ</translation>
    </message>
    <message>
        <source>to</source>
        <translation>đến</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Đang chạy…</translation>
    </message>
    <message>
        <source>approved, %</source>
        <translation>được duyệt, %</translation>
    </message>
    <message>
        <source>decisions that differ, %</source>
        <translation>quyết định khác đi, %</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Được duyệt</translation>
    </message>
    <message>
        <source>Swapped in</source>
        <translation>Chuyển vào</translation>
    </message>
    <message>
        <source>Swapped out</source>
        <translation>Chuyển ra</translation>
    </message>
    <message>
        <source>Decisions that differ</source>
        <translation>Quyết định khác đi</translation>
    </message>
    <message>
        <source>Expected loss</source>
        <translation>Tổn thất dự kiến</translation>
    </message>
    <message>
        <source>Rows run again</source>
        <translation>Số dòng chạy lại</translation>
    </message>
    <message>
        <source>Approvals by %1</source>
        <translation>Số được duyệt theo %1</translation>
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
    <message>
        <source>Stopped at a breakpoint.</source>
        <translation>Dừng ở một điểm dừng.</translation>
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
    <message>
        <source>Where did this come from?</source>
        <translation>Giá trị này từ đâu ra?</translation>
    </message>
    <message>
        <source>What did this go into?</source>
        <translation>Giá trị này đi vào đâu?</translation>
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
    <name>baton::ui::WatchesPanel</name>
    <message>
        <source>Expression</source>
        <translation>Biểu thức</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước đó</translation>
    </message>
    <message>
        <source>Watch…  for example workflow.variables.score</source>
        <translation>Theo dõi…  ví dụ workflow.variables.score</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Nothing is watched</source>
        <translation>Chưa theo dõi gì</translation>
    </message>
    <message>
        <source>Type an expression above: its value is shown at every moment.</source>
        <translation>Gõ một biểu thức ở trên: giá trị của nó được hiện ở mọi thời điểm.</translation>
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
<context>
    <name>baton::ui::WorkerTableModel</name>
    <message>
        <source>Not served</source>
        <translation>Không phục vụ</translation>
    </message>
    <message numerus="yes">
        <source>%n handler(s) stuck</source>
        <translation>
            <numerusform>%n trình xử lý bị kẹt</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Tạm ngưng</translation>
    </message>
    <message>
        <source>Polls fail</source>
        <translation>Lấy việc bị lỗi</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Đang làm</translation>
    </message>
    <message>
        <source>Polling</source>
        <translation>Đang lấy việc</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>From being scheduled on the server to the handler&apos;s start, 95th percentile</source>
        <translation>Từ lúc được lên lịch trên máy chủ đến khi bắt đầu xử lý, bách phân vị 95</translation>
    </message>
    <message>
        <source>Task type</source>
        <translation>Loại tác vụ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>Chỗ chạy</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Hàng đợi</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Tỷ lệ lỗi</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>Mỗi giây</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Wait p95</source>
        <translation>Chờ p95</translation>
    </message>
    <message>
        <source>Last poll</source>
        <translation>Lần lấy cuối</translation>
    </message>
</context>
<context>
    <name>baton::ui::WorkersPanel</name>
    <message>
        <source>Pause the task type</source>
        <translation>Tạm ngưng loại tác vụ</translation>
    </message>
    <message>
        <source>Filter task types</source>
        <translation>Lọc loại tác vụ</translation>
    </message>
    <message>
        <source>Task types</source>
        <translation>Loại tác vụ</translation>
    </message>
    <message>
        <source>Resume the task type</source>
        <translation>Tiếp tục loại tác vụ</translation>
    </message>
</context>
</TS>
