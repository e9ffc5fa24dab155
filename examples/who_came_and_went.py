"""Who left and who came, by day: python examples/who_came_and_went.py"""

import qwenfacts as qf

dataset = qf.load()
for kind, changes in dataset.personnel.sorted_by("date").grouped_by("kind").items():
    print(kind.capitalize())
    for who, said in changes.grouped_by("person").items():
        if who is None:
            continue  # a group without names
        first = said[0]
        role = next((change.role for change in said if change.role), None)
        reports = ", ".join(dict.fromkeys(change.report for change in said))
        print(f"  {who}{f', {role}' if role else ''} ({first.date or 'no day given'}; {reports})")
        print(f"    {first.evidence[0].sentence}")
