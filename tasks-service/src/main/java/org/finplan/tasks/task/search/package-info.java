/** Reads tasks for lists and for one node: by filters, by words in Chinese and English, with the counts of their leaves. */
package org.finplan.tasks.task.search;
