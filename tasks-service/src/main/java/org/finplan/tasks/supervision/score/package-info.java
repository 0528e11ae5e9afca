/** What a closed matter is worth: counts, points and their sum, stored as they were reckoned. Pure. */
package org.finplan.tasks.supervision.score;
