/**
 * Deadlines and texts that the city sets, of one task or of many in one request: first shown, before and after, then applied as
 * shown.
 */
package org.finplan.tasks.edit;
