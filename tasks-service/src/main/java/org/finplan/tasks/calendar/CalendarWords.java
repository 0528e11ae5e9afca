package org.finplan.tasks.calendar;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.Map;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.supervision.agenda.AgendaMatter;
import org.finplan.tasks.task.TaskStatus;

/** The words of calendar entries in one language. */
record CalendarWords(boolean english) {

    private static final Map<String, LocalizedText> COLOURS = Map.of(
            "blue", new LocalizedText("蓝", "blue"),
            "yellow", new LocalizedText("黄", "yellow"),
            "orange", new LocalizedText("橙", "orange"),
            "red", new LocalizedText("红", "red"));

    private static final Map<TaskStatus, LocalizedText> STATUSES = Map.of(
            TaskStatus.NOT_STARTED, new LocalizedText("未启动", "not started"),
            TaskStatus.IN_PROGRESS, new LocalizedText("进行中", "in progress"),
            TaskStatus.DONE, new LocalizedText("已完成", "done"),
            TaskStatus.STOPPED, new LocalizedText("已停止", "stopped"));

    String name(String unit) {
        return say(unit + " 督办与任务日历", "Supervision and tasks of " + unit);
    }

    String about(String unit, boolean cut, int most) {
        String what = say(unit + " 未办结督办事项与牵头任务的日期。", "Dates of the open matters and tasks of " + unit + ".");
        return cut ? what + say("仅列最早的 " + most + " 项。", " Only the first " + most + ".") : what;
    }

    String deadline(String title) {
        return say("督办期限：", "Supervision due: ") + title;
    }

    String goesOn(String title) {
        return say("督办计时恢复：", "Clock goes on: ") + title;
    }

    String extension(String title) {
        return say("督办申请延期至本日：", "Extension asked for: ") + title;
    }

    String task(LocalizedText title) {
        return say("任务到期：", "Task due: ") + of(title);
    }

    String supervision() {
        return say("督办", "Supervision");
    }

    String tasks() {
        return say("任务", "Task");
    }

    String status(TaskStatus status) {
        return say("状态：", "Status: ") + of(STATUSES.get(status));
    }

    /** What a matter is like, without a word of anybody about it. */
    String matter(AgendaMatter matter) {
        StringBuilder text = new StringBuilder(say("状态：", "State: "));
        text.append(of(matter.state().label()));
        colour(text, matter.colour());
        if (!matter.originalDue().equals(matter.currentDue())) {
            line(text, say("原定期限：", "Original deadline: "), matter.originalDue());
        }
        if (matter.provisional()) {
            text.append('\n')
                    .append(say(
                            "期限暂定：所涉年份的放假安排尚未公布", "Provisional: the holidays of a year on the way are not published"));
        }
        return text.toString();
    }

    String decides(AgendaMatter matter) {
        return say("待批准；现行期限：", "Waits for a decision; deadline now: ") + matter.currentDue();
    }

    private void colour(StringBuilder text, @Nullable String colour) {
        LocalizedText name = colour == null ? null : COLOURS.get(colour);
        if (name != null) {
            text.append('\n').append(say("颜色：", "Colour: ")).append(of(name));
        }
    }

    private static void line(StringBuilder text, String label, LocalDate day) {
        text.append('\n').append(label).append(day);
    }

    private String of(LocalizedText text) {
        return english ? text.en() : text.zh();
    }

    private String say(String zh, String en) {
        return english ? en : zh;
    }
}
