package org.finplan.tasks.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.StringLength;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.supervision.agenda.AgendaMatter;
import org.finplan.tasks.supervision.agenda.AgendaMatter.AskedExtension;
import org.finplan.tasks.supervision.clock.Standstill;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskStatus;
import org.finplan.tasks.task.due.DueTask;

/** What is written is read again by the library's own reader, which knows nothing of this writer. */
class CalendarTextTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant CHANGED = Instant.parse("2026-03-01T01:02:03.456789Z");
    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

    @net.jqwik.api.Property(tries = 300)
    void everyTextComesBackAndNoLineIsTooLong(@ForAll @StringLength(max = 200) String title) throws Exception {
        String text = write(entry(title));
        for (String line : text.lines().toList()) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
        assertThat(value(read(text), "SUMMARY").strip())
                .isEqualTo(
                        title.replaceAll("\\p{Cntrl}+", " ").replace("\r", "").strip());
    }

    @Example
    void longChineseTextIsFoldedAtSeventyFiveOctetsBetweenCharacters() throws Exception {
        String title = "关于加快推进地方金融风险化解工作的督办事项，须于月底前办结；𠮷".repeat(12);
        String text = write(entry(title));
        List<String> lines = text.lines().toList();
        assertThat(lines).anySatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isBetween(73, 75));
        assertThat(text).doesNotContain("\uFFFD");
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + title);
        assertThat(value(read(text), "SUMMARY")).isEqualTo(title);
    }

    @Example
    void separatorsAndLineBreaksAreEscaped() throws Exception {
        String text = write(new CalendarEntry(
                "a@finplan", TODAY, "甲,乙;丙\\丁\n戊", "一,二\n三;四\\", "督办", "red", true, "/x", 3, CHANGED));
        assertThat(text).contains("SUMMARY:甲\\,乙\\;丙\\\\丁 戊\r\n").contains("DESCRIPTION:一\\,二\\n三\\;四\\\\\r\n");
        VEvent event = read(text);
        assertThat(value(event, "SUMMARY")).isEqualTo("甲,乙;丙\\丁 戊");
        assertThat(value(event, "DESCRIPTION")).isEqualTo("一,二\n三;四\\");
    }

    @Example
    void noNameBeginsALineOfItsOwn() {
        String forged = "名\r\nBEGIN:VEVENT\rUID:forged\nX:";
        CalendarText text = new CalendarText(forged, forged, Duration.ofHours(6), Optional.empty(), CHANGED);
        assertThat(text.write(List.of(entry(forged))).lines())
                .filteredOn(line -> line.startsWith("BEGIN:VEVENT") || line.startsWith("UID:"))
                .containsExactly("BEGIN:VEVENT", "UID:a@finplan");
    }

    @Example
    void anEntryIsADayWithoutTimeZone() throws Exception {
        String text = write(new CalendarEntry(
                "a@finplan", TODAY, "甲", "乙", "督办", "red", true, "/api/v1/supervisions/1", 3, CHANGED));
        assertThat(text.lines())
                .contains(
                        "DTSTART;VALUE=DATE:20260302",
                        "DTEND;VALUE=DATE:20260303",
                        "DTSTAMP:20260301T010203Z",
                        "LAST-MODIFIED:20260301T010203Z",
                        "SEQUENCE:3",
                        "STATUS:TENTATIVE",
                        "TRANSP:TRANSPARENT",
                        "COLOR:red",
                        "CATEGORIES:督办",
                        "UID:a@finplan",
                        "URL:https://finplan.example/api/v1/supervisions/1",
                        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
                        "X-PUBLISHED-TTL:PT6H",
                        "X-WR-CALNAME:名");
        assertThat(text).doesNotContain("TZID", "VTIMEZONE").endsWith("END:VCALENDAR\r\n");
        assertThat(writer().calendar(List.of(entry("甲"))).validate().getEntries())
                .isEmpty();
    }

    @Example
    void anEmptyCalendarHasTheComponentThatACalendarNeeds() {
        assertThat(writer().write(List.of()).lines())
                .contains("BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "TZOFFSETTO:+0800")
                .doesNotContain("BEGIN:VEVENT");
        assertThat(writer().calendar(List.of()).validate().getEntries()).isEmpty();
    }

    @Example
    void aMatterGivesItsDeadlineTheExtensionAskedForAndTheEndOfAPauseThatLasts() {
        UUID question = UUID.randomUUID();
        AgendaMatter matter = new AgendaMatter(
                ID,
                "演示样本",
                SupervisionState.ACKNOWLEDGED,
                "orange",
                TODAY.plusDays(5),
                TODAY.plusDays(9),
                true,
                List.of(
                        new Standstill(TODAY.minusDays(9), TODAY.minusDays(7)),
                        new Standstill(TODAY, TODAY.plusDays(4))),
                new AskedExtension(question, TODAY.plusDays(30)),
                7,
                CHANGED);
        DueTask task = new DueTask(
                new TaskKey("sample", "t1"), new LocalizedText("任务", "task"), TODAY, TaskStatus.IN_PROGRESS, 2, null);
        List<CalendarEntry> zh = CalendarEntries.of(List.of(matter), List.of(task), new CalendarWords(false), TODAY);
        assertThat(zh)
                .extracting(CalendarEntry::uid)
                .containsExactly(
                        "task-sample-t1@finplan",
                        "supervision-" + ID + "-pause-2@finplan",
                        "supervision-" + ID + "-deadline@finplan",
                        "supervision-" + ID + "-extension-" + question + "@finplan");
        assertThat(zh).extracting(CalendarEntry::tentative).containsExactly(false, false, true, true);
        assertThat(zh)
                .extracting(CalendarEntry::summary)
                .containsExactly("任务到期：任务", "督办计时恢复：演示样本", "督办期限：演示样本", "督办申请延期至本日：演示样本");
        assertThat(zh.get(2).description()).contains("签收", "橙", "2026-03-07", "暂定");
        String en = CalendarEntries.of(List.of(matter), List.of(task), new CalendarWords(true), TODAY).stream()
                .map(entry -> entry.summary() + entry.description() + entry.category())
                .collect(Collectors.joining());
        assertThat(en.replace("演示样本", "")).isASCII();
    }

    private static CalendarEntry entry(String title) {
        return new CalendarEntry("a@finplan", TODAY, title, "乙", "督办", null, false, "/x", 1, null);
    }

    private static CalendarText writer() {
        return new CalendarText(
                "名", "说明", Duration.ofHours(6), Optional.of(URI.create("https://finplan.example")), CHANGED);
    }

    private static String write(CalendarEntry entry) {
        return writer().write(List.of(entry));
    }

    private static VEvent read(String text) throws IOException, ParserException {
        return (VEvent) new CalendarBuilder()
                .build(new StringReader(text))
                .getComponents()
                .get(0);
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElseThrow();
    }
}
