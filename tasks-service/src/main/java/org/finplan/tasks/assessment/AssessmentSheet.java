package org.finplan.tasks.assessment;

import jakarta.annotation.Nullable;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.web.sheet.Sheet;

/** An assessment table for spreadsheets. Where a ratio has nothing to divide by stands that there are no data. */
final class AssessmentSheet {

    private static final LocalizedText NO_LEAD = new LocalizedText("未明确牵头单位", "no lead assigned");
    private static final LocalizedText NO_DATA = new LocalizedText("无数据", "no data");

    /** A row for each unit and region. */
    static final Sheet<AssessmentTableView.Line> LINES = Sheet.of(AssessmentTableView.Line.class)
            .column("单位", "unit", line -> otherwise(line.unit(), NO_LEAD))
            .column("地区", "region", AssessmentTableView.Line::region)
            .column("任务数", "tasks", AssessmentTableView.Line::tasks)
            .column("未启动", "not started", AssessmentTableView.Line::notStarted)
            .column("进行中", "in progress", AssessmentTableView.Line::inProgress)
            .column("已完成", "done", AssessmentTableView.Line::done)
            .column("已停止", "stopped", AssessmentTableView.Line::stopped)
            .column("完成率", "done ratio", line -> otherwise(line.doneRatio(), NO_DATA))
            .column("本期到期", "due", AssessmentTableView.Line::due)
            .column("按期完成", "on time", AssessmentTableView.Line::onTime)
            .column("逾期", "late", AssessmentTableView.Line::late)
            .column("按期率", "on time ratio", line -> otherwise(line.onTimeRatio(), NO_DATA))
            .column("办结督办", "matters closed", AssessmentTableView.Line::mattersClosed)
            .column("按期反馈", "matters on time", AssessmentTableView.Line::mattersOnTime)
            .column("按期反馈率", "matters on time ratio", line -> otherwise(line.mattersOnTimeRatio(), NO_DATA))
            .column("退回次数", "returned", AssessmentTableView.Line::returned)
            .column("升级次数", "escalated", AssessmentTableView.Line::escalated)
            .column("在办督办", "matters open", AssessmentTableView.Line::mattersOpen)
            .column("逾期督办", "matters overdue", AssessmentTableView.Line::mattersOverdue);

    private AssessmentSheet() {}

    private static Object otherwise(@Nullable Object known, LocalizedText text) {
        return known == null ? text : known;
    }
}
