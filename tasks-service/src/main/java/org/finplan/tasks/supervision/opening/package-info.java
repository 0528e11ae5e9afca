/** What opens matters by itself: late reports, indicators behind their path, ordered handling of alerts, by rules that are data. */
package org.finplan.tasks.supervision.opening;
