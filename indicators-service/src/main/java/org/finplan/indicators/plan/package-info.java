/** The plans that are loaded, as they are shown and named in requests, and the versions that adjustments gave them. */
package org.finplan.indicators.plan;
