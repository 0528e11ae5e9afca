/** What the assessors of qualitative targets said: facts that are added, never changed. */
package org.finplan.indicators.assessment;
