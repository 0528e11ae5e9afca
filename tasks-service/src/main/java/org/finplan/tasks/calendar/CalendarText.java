package org.finplan.tasks.calendar;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Color;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes entries as iCalendar (RFC 5545, RFC 7986). Entries are events of a whole day, which every phone shows; tasks of a
 * subscribed calendar (VTODO) most do not show. Days have no time zone, so that none is looked up and none is sent.
 *
 * @param name of the calendar
 * @param about what is in it
 * @param refresh how often a phone is asked to look again
 * @param base the address of the gateway for people, empty for no links
 * @param otherwise when an entry changed of which that is not known
 */
record CalendarText(String name, String about, Duration refresh, Optional<URI> base, Instant otherwise) {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final String PRODUCT = "-//FinPlan//Calendar of a unit//ZH";

    /**
     * Writes.
     *
     * @param entries the entries in their order
     * @return folded content lines
     */
    String write(List<CalendarEntry> entries) {
        return ContentLines.folded(calendar(entries).toString());
    }

    Calendar calendar(List<CalendarEntry> entries) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", oneLine(name)));
        calendar.add(new XProperty("X-WR-CALDESC", oneLine(about)));
        // RFC 7986, 5.7: the type has to be said. The other property is what programs read that are older than that.
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), refresh));
        calendar.add(new XProperty("X-PUBLISHED-TTL", refresh.toString()));
        entries.forEach(entry -> calendar.add(event(entry)));
        if (entries.isEmpty()) {
            calendar.add(zone());
        }
        return calendar;
    }

    /** A calendar has at least one component (RFC 5545, 3.6). Where nothing is due it is the zone of its days, written by hand. */
    private static VTimeZone zone() {
        Standard standard = new Standard();
        standard.add(new DtStart<>(LocalDateTime.of(1970, 1, 1, 0, 0)));
        standard.add(new TzOffsetFrom(CHINA));
        standard.add(new TzOffsetTo(CHINA));
        return new VTimeZone(
                new PropertyList(List.of(new TzId("Asia/Shanghai"))), new ComponentList<>(List.of(standard)));
    }

    private VEvent event(CalendarEntry entry) {
        VEvent event = new VEvent(false);
        Instant changed = entry.changedAt() == null ? otherwise : entry.changedAt();
        event.add(new Uid(entry.uid()));
        // RFC 5545, 3.8.7.2: of what is not sent to anybody by a method it is the time of the last change.
        event.add(new DtStamp(changed));
        if (entry.changedAt() != null) {
            event.add(new LastModified(changed));
        }
        event.add(new Sequence((int) Math.min(entry.sequence(), Integer.MAX_VALUE)));
        event.add(new DtStart<>(entry.day()));
        event.add(new DtEnd<>(entry.day().plusDays(1)));
        event.add(new Summary(oneLine(entry.summary())));
        event.add(new Description(entry.description()));
        event.add(new Categories(new TextList(entry.category())));
        if (entry.colour() != null) {
            event.add(new Color(new ParameterList(), entry.colour()));
        }
        event.add(entry.tentative() ? ImmutableStatus.VEVENT_TENTATIVE : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(ImmutableTransp.TRANSPARENT);
        base.ifPresent(address -> event.add(new Url(address.resolve(entry.path()))));
        return event;
    }

    /** A name or a title of somebody is one line, so that none begins a line of the calendar. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
