// A row that breaks like text: what has no room beside the others goes into the next line.
#pragma once

#include <QLayout>

#include <initializer_list>
#include <memory>
#include <vector>

namespace ipclab {

/// Lays widgets out beside each other, and below where the width ends; no narrower than its widest
/// widget. A widget that expands counts with its least width and gets what its line has left, every
/// other one is as wide as it wants to be. Each stands in the middle of its line unless it was
/// added with another vertical alignment.
class FlowLayout : public QLayout {
public:
    /// Pixels between two widgets of a line, and between two lines.
    struct Gaps {
        int beside = 6, below = 4;
    };

    explicit FlowLayout(QWidget* parent = nullptr);
    FlowLayout(QWidget* parent, Gaps gaps);

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(items_.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

    /// The items of each line at a width, as indices from its first to one past its last; items
    /// that are hidden belong to the line they would stand in.
    struct Line {
        int from = 0, to = 0;
    };
    [[nodiscard]] std::vector<Line> lines(int width) const;

private:
    /// Places a line's items with its upper edge at `top`, or only measures it; its height.
    int place(const Line& line, const QRect& room, int top, bool moves) const;

    std::vector<std::unique_ptr<QLayoutItem>> items_;
    Gaps gaps_;
};

/// An empty widget of `parent` whose children flow. The layout is its own.
[[nodiscard]] QWidget* flowing(QWidget* parent, std::initializer_list<QWidget*> widgets);

} // namespace ipclab
