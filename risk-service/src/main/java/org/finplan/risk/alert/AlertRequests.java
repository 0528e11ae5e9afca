package org.finplan.risk.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What callers send about alerts. Days are business dates (Asia/Shanghai). */
final class AlertRequests {

    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_UNIT = 200;

    private AlertRequests() {}

    /** How work was done: with the suite, or away from it and entered afterwards. */
    enum Mode {
        @JsonProperty("online")
        ONLINE("online"),
        @JsonProperty("offline")
        OFFLINE("offline");

        private final String code;

        Mode(String code) {
            this.code = code;
        }
    }

    /** Takes charge of an alert. */
    @Schema(name = "AlertAcknowledgement")
    record Acknowledge(
            @Schema(description = "A note for the timeline.", examples = "已联系区金融工作部门核实。") @Size(max = LONGEST_TEXT)
            String note) {

        TimelineEntry.Work work() {
            return TimelineEntry.Work.now(note);
        }
    }

    /** Orders a unit to act. */
    @Schema(name = "DisposalOrder")
    record OrderDisposal(
            @Schema(description = "The unit that must act.", examples = "样例单位") @NotBlank @Size(max = LONGEST_UNIT)
            String responsibleUnit,

            @Schema(description = "What it must do.", examples = "核实数据并提出整改措施。") @NotBlank @Size(max = LONGEST_TEXT)
            String instruction,

            @Schema(description = "Last day, today or later.", examples = "2099-12-31") @NotNull
            LocalDate dueOn) {}

    /** Records what came of the handling. */
    @Schema(name = "DisposalFeedback")
    record RecordFeedback(
            @Schema(description = "The result.", examples = "已完成核查，落实整改。") @NotBlank @Size(max = LONGEST_TEXT)
            String feedback,

            @Schema(description = "online when absent.") Mode mode,

            @Schema(description = "Day of the work when it was another than today.")
            LocalDate occurredOn) {

        TimelineEntry.Work work() {
            return work(feedback, mode, occurredOn);
        }

        private static TimelineEntry.Work work(String text, Mode mode, LocalDate occurredOn) {
            return new TimelineEntry.Work(text, mode == null ? Mode.ONLINE.code : mode.code, occurredOn);
        }
    }

    /** Starts continued monitoring. */
    @Schema(name = "MonitoringStart")
    record StartMonitoring(
            @Schema(description = "Day of the next look, today or later.", examples = "2099-12-31") @NotNull
            LocalDate reviewOn,

            @Schema(description = "A note for the timeline.") @Size(max = LONGEST_TEXT)
            String note) {}

    /** Closes an alert. */
    @Schema(name = "AlertClosing")
    record Close(
            @Schema(
                    description = "What came of it; may be left out when feedback is recorded already.",
                    examples = "整改已核实。")
            @Size(max = LONGEST_TEXT)
            String feedback) {

        boolean hasFeedback() {
            return feedback != null && !feedback.isBlank();
        }
    }

    /** Tells of work on an alert that moves nothing. */
    @Schema(name = "AlertNote")
    record Note(
            @Schema(description = "What was done or seen.", examples = "现场检查，未发现新增不良贷款。")
            @NotBlank
            @Size(max = LONGEST_TEXT)
            String text,

            @Schema(description = "online when absent.") Mode mode,

            @Schema(description = "Day of the work when it was another than today; the note stands there.")
            LocalDate occurredOn) {

        TimelineEntry.Work work() {
            return RecordFeedback.work(text, mode, occurredOn);
        }
    }
}
