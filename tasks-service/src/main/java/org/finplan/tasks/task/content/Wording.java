package org.finplan.tasks.task.content;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * What an earlier version of the package said of a task.
 *
 * @param version number of the first version that said so
 * @param since when that version came in force
 * @param title the title
 * @param summary what was to be done
 * @param clause clause that it came from
 */
@Schema(name = "TaskWording")
public record Wording(int version, Instant since, LocalizedText title, LocalizedText summary, String clause) {}
