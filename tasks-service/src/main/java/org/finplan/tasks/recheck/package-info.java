/**
 * What follows for claims when an observation that they cite is revised or withdrawn: progress reports and answers to supervised matters
 * are judged again. It owns no table.
 */
package org.finplan.tasks.recheck;
