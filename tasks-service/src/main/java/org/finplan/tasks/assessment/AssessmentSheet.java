package org.finplan.tasks.assessment;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.annotation.Nullable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An assessment table as CSV (RFC 4180), for spreadsheets: a mark at the beginning tells them that it is UTF-8. Where a ratio has
 * nothing to divide by stands that there are no data. Nothing begins like a formula.
 */
final class AssessmentSheet {

    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "[=+\\-@\\t\\r].*";

    private static final List<String> ZH = List.of(
            "单位", "地区", "任务数", "未启动", "进行中", "已完成", "已停止", "完成率", "本期到期", "按期完成", "逾期", "按期率", "办结督办", "按期反馈", "按期反馈率",
            "退回次数", "升级次数", "在办督办", "逾期督办");
    private static final List<String> EN = List.of(
            "unit",
            "region",
            "tasks",
            "not started",
            "in progress",
            "done",
            "stopped",
            "done ratio",
            "due",
            "on time",
            "late",
            "on time ratio",
            "matters closed",
            "matters on time",
            "matters on time ratio",
            "returned",
            "escalated",
            "matters open",
            "matters overdue");

    private final boolean english;

    private AssessmentSheet(boolean english) {
        this.english = english;
    }

    /**
     * Writes.
     *
     * @param table the table
     * @param english whether the words are English
     * @return the rows under their header
     */
    static String write(AssessmentTableView table, boolean english) {
        AssessmentSheet sheet = new AssessmentSheet(english);
        StringWriter text = new StringWriter();
        text.append(MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(english ? EN : ZH);
            table.lines().forEach(line -> csv.writeRecord(sheet.row(line)));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory", e);
        }
        return text.toString();
    }

    private List<String> row(AssessmentTableView.Line line) {
        List<String> row = new ArrayList<>();
        row.add(line.unit() == null ? say("未明确牵头单位", "no lead assigned") : plain(line.unit()));
        row.add(plain(line.region()));
        counts(row, line.tasks(), line.notStarted(), line.inProgress(), line.done(), line.stopped());
        row.add(ratio(line.doneRatio()));
        counts(row, line.due(), line.onTime(), line.late());
        row.add(ratio(line.onTimeRatio()));
        counts(row, line.mattersClosed(), line.mattersOnTime());
        row.add(ratio(line.mattersOnTimeRatio()));
        counts(row, line.returned(), line.escalated(), line.mattersOpen(), line.mattersOverdue());
        return row;
    }

    private static void counts(List<String> row, long... counts) {
        for (long count : counts) {
            row.add(Long.toString(count));
        }
    }

    private String ratio(@Nullable BigDecimal ratio) {
        return ratio == null ? say("无数据", "no data") : ratio.toPlainString();
    }

    /** A spreadsheet would work out what begins like a formula. */
    private static String plain(String text) {
        return text.matches(FORMULA) ? "'" + text : text;
    }

    private String say(String zh, String en) {
        return english ? en : zh;
    }
}
