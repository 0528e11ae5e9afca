package org.finplan.tasks.workpoint;

import jakarta.annotation.Nullable;
import java.util.List;

/**
 * What a work point is to say, as it was sent.
 *
 * @param title its title
 * @param summary what is to be done, or null
 * @param regions regions that it is for, or null
 * @param indicators indicators that it moves, or null
 */
record WorkPointContent(
        WorkPointText title,
        @Nullable WorkPointText summary,
        @Nullable List<String> regions,
        @Nullable List<String> indicators) {}
